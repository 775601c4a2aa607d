/** What a domain is: its name, kind and identity. */
import { defineSection } from '../schema/option';
import { boolean } from '../schema/value-types/boolean';
import { prefixChoice } from '../schema/value-types/prefix-choice';
import { UUID } from '../schema/libxl-text';
import { text } from '../schema/value-types/text';
import { CPU_POOL, DOMAIN } from '../schema/named-thing';

export const GENERAL_OPTIONS = defineSection('general', [
  {
    name: 'name',
    type: text({ mismatch: 'refused', identifies: DOMAIN }),
    field: { at: 'c_info.name', as: 'string' },
    summary: 'Names the domain.',
    details:
      'The name identifies the domain in every xl command and in xenstore, so no two running domains can share it. It is the only option that a config cannot do without.',
    usage: 154,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'type',
    type: prefixChoice({
      values: [
        { value: 'hvm', detail: 'any operating system, emulated PC' },
        { value: 'pv', detail: 'kernel that speaks Xen' },
        { value: 'pvh', detail: 'PVH kernel, no emulation' },
      ],
    }),
    fills: ['c_info.type'],
    summary: 'Chooses the kind of virtual machine: PV, PVH or HVM.',
    details:
      '`pvh` suits kernels with a PVH entry point (Linux 4.11 and later) and has the smallest attack surface. `hvm` emulates a PC and runs any operating system. `pv` needs a kernel that speaks Xen but no hardware virtualisation. Without it x86 hosts create a PV domain, Arm hosts a PVH one.',
    since: '4.10',
    default: 'pv',
    defaultNote: 'on Arm pvh since 4.12',
    usage: 33,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'builder',
    type: prefixChoice({ values: [{ value: 'hvm' }, { value: 'generic' }], refusedSince: '4.10' }),
    summary: 'Chose between HVM and PV before `type` existed.',
    details:
      'Write `type = "hvm"` for `builder = "hvm"` and `type = "pv"` for `builder = "generic"`. If both options are given they have to agree.',
    deprecated: { since: '4.10', replacement: { name: 'type', values: { hvm: '"hvm"', generic: '"pv"' } } },
    usage: 49,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'uuid',
    type: text({
      what: 'UUID',
      form: {
        pattern: UUID,
        phrase: 'a UUID such as `5a36b9c1-3d0e-4f6f-8b8b-0a1b2c3d4e5f`',
      },
    }),
    field: { at: 'c_info.uuid', as: 'uuid' },
    summary: 'Fixes the UUID of the domain.',
    details:
      'Without it the domain gets a new random UUID each time it is created. Fix it when something inside the guest, such as a licence or a management tool, remembers the machine by it.',
    defaultNote: 'random',
    usage: 7,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pool',
    type: text({ refersTo: CPU_POOL }),
    field: { at: 'c_info.pool_name', as: 'string' },
    summary: 'Puts the domain into a CPU pool.',
    details:
      'Takes the name of a pool or its number. The pool has to exist before the domain is created; `xl cpupool-list` shows what there is.',
    default: 'Pool-0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pvh',
    type: boolean(),
    field: { at: 'c_info.pvh', as: 'defbool' },
    summary: 'Turned a PV domain into an early form of PVH.',
    details:
      'That form was removed in Xen 4.9 and the option with it; later releases skip it silently. The PVH of today is chosen with `type = "pvh"`.',
    domainTypes: ['pv'],
    arch: 'x86',
    removed: '4.9',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
