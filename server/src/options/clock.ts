/** Options on clock. */
import { defineSection } from '../schema/option';
import { boolean } from '../schema/value-types/boolean';
import { integer } from '../schema/value-types/integer';
import { numberOrChoice } from '../schema/value-types/number-or-choice';

export const CLOCK_OPTIONS = defineSection('clock', [
  {
    name: 'localtime',
    type: boolean(),
    field: { at: 'b_info.localtime', as: 'defbool' },
    summary: 'Runs the real-time clock in local time.',
    details: 'Windows expects this, other systems want UTC and leave it off.',
    arch: 'x86',
    default: '0',
    usage: 7,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'rtc_timeoffset',
    type: integer({ storage: 'uint32', unit: 'seconds' }),
    field: { at: 'b_info.rtc_timeoffset', as: 'uint' },
    summary: 'Shifts the real-time clock by a number of seconds.',
    details: 'A negative number has to stand in quotes, because the file format has no unquoted negative numbers.',
    arch: 'x86',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'tsc_mode',
    type: numberOrChoice({
      values: [
        { value: 'default' },
        { value: 'always_emulate' },
        { value: 'native' },
        { value: 'native_paravirt', detail: 'refused since 4.12' },
      ],
      numbers: 'index',
      deprecatesNumbers: true,
    }),
    field: { at: 'b_info.tsc_mode', as: 'word', initial: 'default' },
    summary: 'Says how the time stamp counter behaves.',
    details:
      '`"default"` emulates it only where the hardware could not keep time after a migration. `"native"` never emulates, `"always_emulate"` always does.',
    arch: 'x86',
    default: 'default',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'timer_mode',
    type: numberOrChoice({
      values: [
        { value: 'delay_for_missed_ticks' },
        { value: 'no_delay_for_missed_ticks' },
        { value: 'no_missed_ticks_pending' },
        { value: 'one_missed_tick_pending' },
      ],
      numbers: 'index',
      deprecatesNumbers: true,
    }),
    field: { at: 'b_info.timer_mode', as: 'word', initial: 'unknown' },
    summary: 'Says what happens to timer ticks that a vCPU missed.',
    details: '`"no_delay_for_missed_ticks"` suits Linux and modern Windows. PV domains cannot have the option.',
    domainTypes: ['hvm', 'pvh'],
    readForHistory: [{ types: ['hvm'], until: '4.9' }],
    arch: 'x86',
    default: 'no_delay_for_missed_ticks',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
