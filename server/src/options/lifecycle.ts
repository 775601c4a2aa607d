/** Options on lifecycle. */
import { defineSection } from '../schema/option';
import { boolean } from '../schema/value-types/boolean';
import { integer } from '../schema/value-types/integer';

export const LIFECYCLE_OPTIONS = defineSection('lifecycle', [
  {
    name: 'nomigrate',
    type: boolean(),
    field: { at: 'b_info.disable_migrate', as: 'defbool' },
    summary: 'Declares that the domain is never migrated.',
    details: 'Xen may then show the guest an invariant time stamp counter. What else it does depends on the release.',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'driver_domain',
    type: boolean(),
    field: { at: 'c_info.driver_domain', as: 'defbool' },
    summary: 'Prepares the domain to serve devices to other domains.',
    details: 'xl then gives it the xenstore permissions that `xl devd` needs inside it, and other configs can name it in `backend=`.',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'vpmu',
    type: boolean(),
    field: { at: 'b_info.vpmu', as: 'defbool' },
    summary: 'Gives the guest access to the performance counters.',
    details:
      'The hypervisor has to be started with support for it. A guest with it sees more of its host, so give it to trusted guests only.',
    since: '4.16',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'vmtrace_buf_kb',
    type: integer({ storage: 'int32', unit: 'KiB', mismatch: 'silent' }),
    field: { at: 'b_info.vmtrace_buf_kb', as: 'int' },
    summary: 'Sets the size of the processor trace buffer of each vCPU.',
    details: 'Used by introspection tools that record the execution of a guest (Intel Processor Trace).',
    arch: 'x86',
    since: '4.15',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'msr_relaxed',
    type: boolean(),
    field: { at: 'b_info.arch_x86.msr_relaxed', as: 'defbool' },
    summary: 'Handles unknown model specific registers as Xen did before 4.15.',
    details:
      'Meant as a stopgap for guests that crash otherwise. xl always warns that the option will go away: report such guests to the Xen project.',
    arch: 'x86',
    since: '4.15',
    deprecated: { since: '4.15' },
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'xend_suspend_evtchn_compat',
    type: boolean(),
    field: { at: 'c_info.xend_suspend_evtchn_compat', as: 'defbool' },
    summary: 'Uses the xenstore layout of xend for the suspend event channel.',
    details: 'Only old guests need it, those whose suspend driver was written for xend.',
    since: '4.14',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
