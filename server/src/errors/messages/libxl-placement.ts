/** What libxl says of CPUs, scheduling and NUMA nodes (libxl_sched.c, libxl_vnuma.c, libxl_dom.c, libxl_numa.c). */
import { certain, declareMessages, likely } from '../error-message';

export const LIBXL_PLACEMENT = declareMessages({ program: 'libxl', stage: 'create', look: ['numa'] }, [
  {
    says: ['Cpu weight out of range, valid values are within range from 1 to 65535'],
    meaning: '`cpu_weight` is not a weight.',
    causes: [certain('It can be 1 to 65535.', { rules: ['value-out-of-range', 'unusual-value'], options: ['cpu_weight'] })],
  },
  {
    says: ['Cpu cap out of range, valid range is from 0 to {limit}'],
    meaning: '`cap` is in percent of one CPU, so that {limit} is all that this domain can use.',
    causes: [
      certain('`cap` is above 100 times the number of vCPUs, or negative.', {
        rules: ['value-out-of-range', 'unusual-value'],
        options: ['cap'],
      }),
    ],
  },
  {
    says: ['Invalid VCPU period of {number}', 'Invalid VCPU budget of {number}', 'VCPU budget must be smaller than or equal to period'],
    meaning: 'The scheduler rtds needs a period of at least 1 and a budget that is not longer.',
    causes: [certain('The numbers do not fit.', { options: ['period', 'slice'] })],
  },
  {
    says: ['SEDF scheduler no longer available', 'SEDF scheduler is no longer available'],
    meaning: 'The scheduler sedf is gone since 4.6.',
    causes: [certain('Its settings have to go.', { options: ['period', 'slice', 'latency', 'extratime'] })],
  },
  {
    says: ["Hard affinity completely outside of domain's cpupool"],
    meaning: 'None of the CPUs to which the vCPUs are bound is in the pool of the domain.',
    causes: [certain('`cpus` and `pool` do not fit.', { options: ['cpus', 'pool'] })],
    look: ['pools', 'numa'],
  },
  {
    says: ["setting affinity failed on vcpu `{number}'", 'Setting vcpu affinity'],
    meaning: 'The hypervisor does not bind a vCPU to these CPUs.',
    causes: [likely('The CPUs are not there, offline, or in another pool.', { options: ['cpus', 'cpus_soft'] })],
    look: ['numa', 'pools'],
  },
  {
    says: ['All cpus in soft affinity of vcpu {number} are unreachable'],
    meaning: '`cpus_soft` names CPUs on which the vCPU may not run, and is ignored.',
    causes: [certain('`cpus_soft` has to overlap `cpus` and the pool.', { options: ['cpus_soft', 'cpus', 'pool'] })],
    isWarning: true,
  },
  {
    says: ["Can't run NUMA placement, as {reason}", 'which is too big for the placement algorithm to work effectively'],
    meaning: 'libxl does not choose NUMA nodes for the domain by itself.',
    causes: [
      certain('The config says on which CPUs the domain runs, or the host has very many nodes; both are fine.', {
        options: ['cpus', 'cpus_soft'],
      }),
    ],
    isWarning: true,
  },
  {
    says: ['Invalid pnode {number} specified'],
    meaning: 'The host has no NUMA node of this number.',
    causes: [certain('`pnode` is too large.', { options: ['vnuma'] })],
  },
  {
    says: ['Amount of memory mismatch (0x{number} != 0x{limit})'],
    meaning: 'The memory of all nodes together is not the memory of the domain.',
    causes: [certain('The sum of `size` has to be `maxmem`.', { rules: ['vnuma-mismatch'], options: ['vnuma', 'maxmem', 'memory'] })],
  },
  {
    says: ['Vcpu {number} assigned more than once', 'Vcpu {number} is not assigned to any vnode'],
    meaning: 'Each vCPU has to be in exactly one node.',
    causes: [certain('vCPU {number} is in two nodes or in none.', { rules: ['vnuma-mismatch', 'vnuma-refused'], options: ['vnuma'] })],
  },
  {
    says: ["Distance from {number} to {limit} smaller than {other}'s local distance"],
    meaning: 'A node is nearer to another node than to itself.',
    causes: [certain('`vdistances` has a smaller number for another node.', { rules: ['vnuma-refused'], options: ['vnuma'] })],
  },
  {
    says: ['vnode 0 too small to contain video ram'],
    meaning: 'The first node has to hold the memory of the video card too.',
    causes: [certain('`size` of the first node is below `videoram`.', { rules: ['vnuma-refused'], options: ['vnuma', 'videoram'] })],
  },
  {
    says: ['Vcpu {number} {program} affinity and vnuma info mismatch'],
    meaning: 'A vCPU is bound to CPUs of another NUMA node than its own.',
    causes: [certain('`cpus` and `pnode` do not fit; the domain runs, but slower.', { options: ['cpus', 'cpus_soft', 'vnuma'] })],
    isWarning: true,
  },
  {
    says: ['Cannot save a guest with vNUMA configured'],
    stage: 'migrate',
    meaning: 'A domain with NUMA nodes can be neither saved nor migrated.',
    causes: [certain('`vnuma` has to go for that.', { rules: ['vnuma-blocks-migration'], options: ['vnuma'] })],
  },
  {
    says: ['per-VCPU parameter setting not supported for this scheduler', 'Unknown scheduler'],
    meaning: 'The scheduler of the host does not know what the config asks of it, or there is none of the name that a CPU pool wants.',
    causes: [
      likely('`sched` in the config of a CPU pool is none that xl knows.', {
        rules: ['refused-value', 'value-too-new'],
        options: ['sched'],
      }),
      likely('`xl info` names the scheduler (xen_scheduler); `cpu_weight` and `cap` are for credit, `period` and `slice` for rtds.', {
        options: ['period', 'slice', 'extratime', 'latency', 'cpu_weight', 'cap'],
      }),
    ],
    look: ['host'],
  },
  {
    says: ['Error moving domain to cpupool'],
    meaning: 'The domain cannot run in the CPU pool that it shall be in.',
    causes: [likely('The pool has no CPUs, or the domain is bound to CPUs outside of it.', { options: ['pool', 'cpus'] })],
    look: ['pools'],
  },
  {
    says: ['xc_domain_setvnuma failed'],
    meaning: 'The hypervisor does not take the NUMA nodes of the domain.',
    causes: [
      likely('A node has no memory or no vCPU, or there are too many.', {
        rules: ['vnuma-mismatch', 'vnuma-incomplete'],
        options: ['vnuma'],
      }),
    ],
    look: ['hypervisor'],
  },
]);
