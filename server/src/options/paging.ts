/** Options on paging. */
import { defineSection } from '../schema/option';
import { boolean } from '../schema/value-types/boolean';
import { integer } from '../schema/value-types/integer';

export const PAGING_OPTIONS = defineSection('paging', [
  {
    name: 'hap',
    type: boolean(),
    field: { at: 'c_info.hap', as: 'defbool' },
    summary: 'Uses hardware assisted paging.',
    details: 'It is faster than shadow paging in nearly every case; leave it on unless you look for a bug.',
    domainTypes: ['hvm', 'pvh'],
    arch: 'x86',
    defaultNote: '1 if the host has it, else 0',
    usage: 17,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'oos',
    type: boolean(),
    field: { at: 'c_info.oos', as: 'defbool' },
    summary: 'Lets shadow page tables get out of step for a while.',
    details: 'Only matters with `hap = 0`. Leave it on.',
    domainTypes: ['hvm', 'pvh'],
    arch: 'x86',
    default: '1',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'shadow_memory',
    type: integer({ storage: 'mib', unit: 'MiB' }),
    field: { at: 'b_info.shadow_memkb', as: 'memkb' },
    summary: 'Reserves memory for page tables that Xen keeps for the domain.',
    details: 'The default fits. Raise it if the domain logs that it ran out of shadow or P2M memory.',
    defaultNote: 'derived from maxmem and vCPUs',
    startValue: '16',
    usage: 9,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
