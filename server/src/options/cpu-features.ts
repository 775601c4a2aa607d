/** Options on cpu features. */
import { defineSection } from '../schema/option';
import { boolean } from '../schema/value-types/boolean';
import { choice } from '../schema/value-types/choice';
import { integer } from '../schema/value-types/integer';
import { list, textOrList } from '../schema/value-types/list';
import { listOrBoolean } from '../schema/value-types/list-or-boolean';
import { numberOrChoice } from '../schema/value-types/number-or-choice';
import { CPUID_SPEC } from '../specs/cpuid/cpuid-spec';
import { VIRIDIAN_SPEC } from '../specs/viridian/viridian-spec';

export const CPU_FEATURES_OPTIONS = defineSection('cpu-features', [
  {
    name: 'nestedhvm',
    type: boolean(),
    field: { at: 'b_info.nested_hvm', as: 'defbool' },
    summary: 'Lets the guest run virtual machines of its own.',
    details: 'Support is experimental, so keep it for tests. It does not go with `altp2m`.',
    domainTypes: ['hvm', 'pvh'],
    readForHistory: [{ types: ['hvm'], until: '4.9' }],
    arch: 'x86',
    default: '0',
    usage: 8,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'altp2m',
    type: numberOrChoice({
      values: [{ value: 'disabled' }, { value: 'mixed' }, { value: 'external' }, { value: 'limited' }],
      numbers: 'index',
    }),
    field: { at: 'b_info.altp2m', as: 'word', initial: 'disabled' },
    summary: 'Lets memory views be switched for introspection.',
    details: '`"external"` is for tools in another domain, `"mixed"` and `"limited"` let the guest take part.',
    domainTypes: ['hvm'],
    arch: 'x86',
    since: '4.9',
    default: 'disabled',
    usage: 8,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'altp2mhvm',
    type: boolean(),
    field: { at: 'b_info.type.hvm.altp2m', as: 'defbool' },
    summary: 'Switched alternate memory views on before `altp2m` existed.',
    details: 'Write `altp2m = "mixed"` instead.',
    domainTypes: ['hvm'],
    isReadThereOnly: true,
    arch: 'x86',
    deprecated: { since: '4.9', replacement: { name: 'altp2m', values: { '1': '"mixed"', '0': '"disabled"' } } },
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'altp2m_count',
    type: integer({ mismatch: 'silent', bounds: [{ min: 0, max: 65535, at: 'parse' }] }),
    field: { at: 'b_info.altp2m_count', as: 'uint', initial: 4294967295 },
    summary: 'Sets how many alternate memory views the domain can have.',
    details: 'Only counts with `altp2m`.',
    domainTypes: ['hvm'],
    arch: 'x86',
    since: '4.21',
    defaultNote: '10 with altp2m, else 0',
    startValue: '10',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'cpuid',
    type: textOrList({ spec: CPUID_SPEC }),
    summary: 'Changes what the CPUID instruction tells the guest.',
    details:
      'A string such as `"host,avx512=0"` hides features by name; a list sets registers bit by bit. Hiding features makes domains movable between unlike hosts. Mistakes are only reported, never refused.',
    arch: 'x86',
    defaultNote: 'host defaults',
    usage: 6,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'mca_caps',
    type: list({
      of: choice({ values: [{ value: 'lmce', detail: 'Sends a memory error to the affected CPU only.' }] }),
      mismatch: 'refused',
      nested: 'crashes',
    }),
    summary: 'Adds machine check capabilities.',
    details: '`"lmce"` sends a memory error to the affected CPU only.',
    domainTypes: ['hvm'],
    isReadThereOnly: true,
    arch: 'x86',
    since: '4.10',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'viridian',
    type: listOrBoolean({ spec: VIRIDIAN_SPEC, nested: 'crashes' }),
    fills: ['b_info.type.hvm.viridian', 'b_info.type.hvm.viridian_enable', 'b_info.type.hvm.viridian_disable'],
    summary: 'Offers the Hyper-V interface to the guest.',
    details: 'Windows runs better with it: `viridian = 1`, or a list of groups such as `["base", "time_ref_count"]`.',
    domainTypes: ['hvm'],
    isReadThereOnly: true,
    arch: 'x86',
    default: '0',
    usage: 12,
    examples: [{ title: 'groups for Windows', body: 'viridian = [ "base", "freq", "time_ref_count", "apic_assist" ]' }],
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
