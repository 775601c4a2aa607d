/** Options on memory. */
import { defineSection } from '../schema/option';
import { integer } from '../schema/value-types/integer';
import { nestedList } from '../schema/value-types/list';
import { VNUMA_SPEC } from '../specs/vnuma/vnuma-spec';

export const MEMORY_OPTIONS = defineSection('memory', [
  {
    name: 'memory',
    type: integer({ storage: 'mib', unit: 'MiB' }),
    field: { at: 'b_info.target_memkb', as: 'memkb' },
    summary: 'Sets how much memory the domain has when it starts.',
    details:
      'The balloon driver in the guest can change the amount later, up to `maxmem`. A unit cannot be written: the number always counts MiB.',
    default: '32',
    defaultNote: 'from libxl',
    startValue: '1024',
    usage: 155,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'maxmem',
    type: integer({ storage: 'mib', unit: 'MiB' }),
    field: { at: 'b_info.max_memkb', as: 'memkb' },
    summary: 'Sets the most memory that the domain can ever have.',
    details:
      'For an HVM or PVH domain a value above `memory` starts it ballooned down (populate on demand), which needs a working balloon driver in the guest and rules out PCI passthrough.',
    defaultNote: 'same as memory (or the vnuma total)',
    startValue: '2048',
    usage: 23,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'vnuma',
    type: nestedList({ spec: VNUMA_SPEC, mismatch: 'silent' }),
    summary: 'Describes NUMA nodes to the guest.',
    details:
      'Each item is a list for one node with `pnode`, `size` (MiB), `vcpus` and `vdistances`. The sizes add up to the memory of the domain. A domain with virtual NUMA cannot be migrated.',
    domainTypes: ['hvm', 'pvh'],
    arch: 'x86',
    examples: [
      {
        title: 'two nodes',
        body: 'vnuma = [\n  [ "pnode=0", "size=${1:1024}", "vcpus=0-1", "vdistances=10,20" ],\n  [ "pnode=1", "size=${1:1024}", "vcpus=2-3", "vdistances=20,10" ],\n]',
      },
    ],
    evidence: ['tools/xl/xl_parse.c: parse_vnuma_config'],
  },
]);
