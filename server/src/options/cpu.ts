/** Options on cpu. */
import { defineSection } from '../schema/option';
import { integer } from '../schema/value-types/integer';
import { textOrList } from '../schema/value-types/list';
import { CPU_LIST_SPEC } from '../specs/cpu-list/cpu-list-spec';

export const CPU_OPTIONS = defineSection('cpu', [
  {
    name: 'vcpus',
    type: integer({
      storage: 'long',
      bounds: [
        { min: 0, at: 'parse', until: '4.21' },
        { max: 1024, at: 'create' },
      ],
    }),
    field: { at: 'b_info.avail_vcpus', as: 'vcpus' },
    summary: 'Sets how many virtual CPUs are online when the domain starts.',
    details:
      'More can be plugged in later, up to `maxvcpus`, with `xl vcpu-set`. Giving a domain more vCPUs than the host has CPUs costs performance and gains nothing.',
    default: '1',
    startValue: '2',
    usage: 116,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'maxvcpus',
    type: integer({ storage: 'int32' }),
    field: { at: 'b_info.max_vcpus', as: 'int' },
    summary: 'Sets the largest number of virtual CPUs that the domain can ever have.',
    details: 'It cannot be raised while the domain runs. Leave it out if CPUs are never plugged in: it then equals `vcpus`.',
    defaultNote: 'same as vcpus (or the vnuma total)',
    startValue: '4',
    usage: 12,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'cpus',
    type: textOrList({ spec: CPU_LIST_SPEC, nested: 'crashes' }),
    fills: ['b_info.vcpu_hard_affinity'],
    summary: 'Pins the virtual CPUs to physical CPUs.',
    details:
      'A string such as `"2-5,^3"` holds for all vCPUs; a list has one entry for each. `"all"` takes the pinning away, `"nodes:0"` means the CPUs of a NUMA node. The memory of the domain is also taken from the nodes of these CPUs.',
    defaultNote: 'no pinning',
    usage: 15,
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/xl/xl_parse.c: parse_vcpu_affinity'],
  },
  {
    name: 'cpus_soft',
    type: textOrList({ spec: CPU_LIST_SPEC, nested: 'crashes' }),
    fills: ['b_info.vcpu_soft_affinity'],
    summary: 'Names the physical CPUs that the virtual CPUs should prefer.',
    details:
      'The scheduler runs the vCPUs there when it can and elsewhere when it must, whereas `cpus` is a hard limit. The format is that of `cpus`.',
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/xl/xl_parse.c: parse_vcpu_affinity'],
  },
]);
