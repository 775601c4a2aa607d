/** Options of the config of a CPU pool, which `xl cpupool-create` reads. */
import { defineSection } from '../schema/option';
import { CPU_POOL } from '../schema/named-thing';
import { choice } from '../schema/value-types/choice';
import { list, textOrList } from '../schema/value-types/list';
import { text } from '../schema/value-types/text';
import { POOL_CPUS_SPEC, POOL_NODES_SPEC } from '../specs/cpu-list/cpu-list-spec';

const EVIDENCE = ['tools/xl/xl_cpupool.c: main_cpupoolcreate'] as const;

export const CPUPOOL_OPTIONS = defineSection('cpupool', [
  {
    name: 'name',
    type: text({ what: 'name of the pool', identifies: CPU_POOL }),
    summary: 'Names the pool.',
    details: 'Domains join it with `pool` in their configs. A pool of that name must not exist yet; `Pool-0` always does.',
    defaultNote: 'the name of the file',
    startValue: 'pool1',
    evidence: EVIDENCE,
  },
  {
    name: 'sched',
    type: choice({
      values: [
        { value: 'credit', detail: 'the scheduler of older releases' },
        { value: 'credit2', detail: 'the usual scheduler since Xen 4.12' },
        { value: 'rtds', detail: 'guarantees CPU time, for real-time domains' },
        { value: 'null', detail: 'gives each vCPU a CPU of its own', since: '4.9' },
        { value: 'arinc653', detail: 'fixed time slots' },
      ],
      ignoresCase: true,
      internal: ['sedf', 'unknown'],
    }),
    summary: 'Chooses the scheduler of the pool.',
    details: 'The hypervisor has to be built with it. A pool lets some domains have another scheduler than the rest of the host.',
    defaultNote: 'the scheduler of Pool-0',
    startValue: 'credit2',
    evidence: [...EVIDENCE, 'tools/libs/light/libxl_types.idl: libxl_scheduler'],
  },
  {
    name: 'nodes',
    type: list({ spec: POOL_NODES_SPEC, item: 'NUMA nodes' }),
    summary: 'Takes the free CPUs of whole NUMA nodes into the pool.',
    details:
      'It has to be a list, even of one node: xl warns about a single value and ignores it. With no free CPU on the nodes xl refuses the file.',
    examples: [{ title: 'one node', body: 'nodes = [ "${1:0}" ]' }],
    evidence: EVIDENCE,
  },
  {
    name: 'cpus',
    type: textOrList({ spec: POOL_CPUS_SPEC, nested: 'drops', what: '`"0-3,^1"`, or a list of single CPUs' }),
    summary: 'Takes CPUs into the pool.',
    details:
      'They have to be free: take them out of `Pool-0` first with `xl cpupool-cpu-remove`. A string can have ranges and whole nodes (`"nodes:1"`); of an item of a list xl reads one number only. Without `cpus` and `nodes`, the pool gets the first free CPU.',
    conflicts: [{ with: 'nodes', outcome: 'ignored', isSilent: true, isUnread: true }],
    examples: [
      { title: 'a range', body: 'cpus = "${1:4-7}"' },
      { title: 'single CPUs', body: 'cpus = [ "${1:4}", "${2:5}" ]' },
    ],
    evidence: EVIDENCE,
  },
]);
