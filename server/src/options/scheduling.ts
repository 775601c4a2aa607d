/** Options on scheduling. */
import { defineSection } from '../schema/option';
import { integer } from '../schema/value-types/integer';

export const SCHEDULING_OPTIONS = defineSection('scheduling', [
  {
    name: 'cpu_weight',
    type: integer({ storage: 'int32', bounds: [{ min: 1, max: 65535, at: 'documented' }] }),
    field: { at: 'b_info.sched_params.weight', as: 'int', initial: -1 },
    summary: 'Sets the share of CPU time in proportion to other domains.',
    details: 'A domain of weight 512 gets twice the CPU time of one with the usual 256 when both want more than there is.',
    default: '256',
    defaultNote: 'scheduler default',
    startValue: '256',
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/libs/light/libxl_sched.c: sched_credit2_domain_set'],
  },
  {
    name: 'cap',
    type: integer({ storage: 'int32', bounds: [{ min: -1, at: 'documented' }] }),
    field: { at: 'b_info.sched_params.cap', as: 'int', initial: -1 },
    summary: 'Limits how much CPU time the domain can use, even on an idle host.',
    details: '100 is one physical CPU, 50 half of one, 400 four of them; 0 means no limit.',
    default: '0',
    defaultNote: 'no limit',
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/libs/light/libxl_sched.c: sched_credit2_domain_set'],
  },
  {
    name: 'period',
    type: integer({ storage: 'int32', unit: 'microseconds' }),
    field: { at: 'b_info.sched_params.period', as: 'int', initial: -1 },
    summary: 'Sets the period of the real-time scheduler.',
    details: 'Only the `rtds` scheduler uses it: in every period the domain gets its budget of CPU time once.',
    defaultNote: 'scheduler default',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'slice',
    type: integer({ storage: 'int32' }),
    field: { at: 'b_info.sched_params.slice', as: 'int', initial: -1 },
    summary: 'Set a time slice of the sedf scheduler.',
    details:
      'That scheduler was removed, so the value has no effect. For guaranteed CPU time use the `rtds` scheduler in a CPU pool of its own.',
    withoutEffect: { isSilent: true },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'latency',
    type: integer({ storage: 'int32' }),
    field: { at: 'b_info.sched_params.latency', as: 'int', initial: -1 },
    summary: 'Set the latency of the sedf scheduler.',
    details: 'That scheduler was removed, so the value has no effect.',
    withoutEffect: { isSilent: true },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'extratime',
    type: integer({ storage: 'int32' }),
    field: { at: 'b_info.sched_params.extratime', as: 'int', initial: -1 },
    summary: 'Lets the real-time scheduler hand out CPU time beyond the budget.',
    details: 'Only the `rtds` scheduler uses it.',
    defaultNote: 'scheduler default',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
