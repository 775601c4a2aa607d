/** What xl says of CPUs and memory, and of a domain that it watches (xl_parse.c, xl_vcpu.c, xl_vmcontrol.c). */
import { certain, declareMessages, likely, possible } from '../error-message';

export const XL_DOMAIN = declareMessages({ program: 'xl', stage: 'parse', look: ['numa'] }, [
  {
    says: ['Invalid pcpu range: {value}'],
    meaning: 'xl cannot read a list of CPUs, such as `0-3,^2` or `node:1`.',
    causes: [
      certain('`{value}` is not a CPU or a range of them.', {
        rules: ['malformed-device', 'refused-value', 'refused-device-value'],
        options: ['cpus', 'cpus_soft'],
      }),
    ],
    options: ['cpus', 'cpus_soft'],
  },
  {
    says: [`Can't combine "^" and "all"`],
    meaning: '`^all` in a list of CPUs would leave none.',
    causes: [certain('A list has to keep a CPU.', { rules: ['malformed-device'], options: ['cpus', 'cpus_soft'] })],
  },
  {
    says: ['vcpu hard affinity map is empty', 'vcpu soft affinity map is empty'],
    meaning: 'No CPU is left on which a vCPU can run.',
    causes: [
      likely('The list names CPUs that the host does not have.', { options: ['cpus', 'cpus_soft'] }),
      possible('Everything in the list is taken away by `^`.', { rules: ['malformed-device'], options: ['cpus', 'cpus_soft'] }),
      possible('`vm.cpumask` in `/etc/xen/xl.conf` forbids the rest.'),
    ],
  },
  {
    says: ['xl: vnuma vcpus and maxvcpus= mismatch'],
    meaning: 'The vCPUs of all nodes are not as many as `maxvcpus`.',
    causes: [certain('The numbers have to be equal.', { rules: ['vnuma-mismatch'], options: ['vnuma', 'maxvcpus'] })],
  },
  {
    says: ['xl: vnuma specifies more vcpus than pcpus'],
    meaning: 'The nodes have more vCPUs than the host has CPUs.',
    causes: [certain('`maxvcpus` with the same number says that it is meant.', { options: ['vnuma'] })],
  },
  {
    says: ['xl: maxmem and vnuma memory size mismatch'],
    meaning: 'The memory of all nodes together is not `maxmem`.',
    causes: [certain('The numbers have to be equal.', { rules: ['vnuma-mismatch'], options: ['vnuma', 'maxmem', 'memory'] })],
  },
  {
    says: ['xl: invalid pnode number: {number}', 'xl: cannot get vnode config option list', 'xl: failed to split "{value}" into pair'],
    meaning: 'xl cannot read a node of `vnuma`.',
    causes: [
      certain('A node is a list such as `[ "pnode=0", "size=1024", "vcpus=0-3", "vdistances=10,20" ]`, and `pnode` is one of the host.', {
        rules: ['malformed-device', 'refused-device-value', 'vnuma-refused'],
        options: ['vnuma'],
      }),
    ],
    options: ['vnuma'],
  },
  {
    says: ['xl: failed to convert "{value}" to number'],
    meaning: 'xl wants a whole number here.',
    causes: [certain('`{value}` is none.', { rules: ['refused-device-value', 'refused-value'], options: ['vnuma', 'vif'] })],
  },
  {
    says: ['failed to free memory for the domain'],
    stage: 'create',
    meaning: 'xl wanted to shrink dom0 to make room for the domain, and could not.',
    causes: [
      likely('The host has not enough memory for it beside dom0 and the other domains.', { options: ['maxmem', 'memory'] }),
      likely('dom0 cannot shrink: its balloon driver has reached the lowest value, or gives memory back too slowly.'),
      possible(
        'dom0 has a fixed amount, by `dom0_mem` on the command line of Xen; then `autoballoon="off"` belongs in `/etc/xen/xl.conf`.',
      ),
    ],
    look: ['host', 'domains'],
  },
  {
    says: ['cannot init xl context'],
    stage: 'create',
    meaning: 'xl reaches neither the hypervisor nor xenstore.',
    causes: [
      likely('The machine did not boot Xen but plain Linux.'),
      likely('xl runs without root.'),
      possible('xenstored does not run, or the tools are of another release than the hypervisor.'),
    ],
    look: ['dom0', 'hypervisor'],
  },
  {
    says: ['cannot acquire lock {path} errno={number}', 'cannot open the lockfile {path} errno={number}'],
    stage: 'create',
    meaning: 'Another xl starts a domain at this moment and holds the lock.',
    causes: [
      likely('An `xl create` hangs, such as one that waits for a script or a boot loader.'),
      possible('The file system with the lock is full or read-only.'),
    ],
    look: ['domains'],
  },
  {
    says: ['Domain {number} has shut down, reason code 3', 'Action for shutdown reason code 3 is {other}'],
    stage: 'boot',
    meaning: 'The guest ran and crashed.',
    causes: [
      likely('Its kernel panicked, often because it does not find its root file system.', {
        options: ['root', 'extra', 'cmdline', 'disk'],
      }),
      possible('The hypervisor ended it, as when it touched more memory than it has.', { options: ['maxmem'] }),
    ],
    look: ['console', 'hypervisor', 'xlLog'],
  },
  {
    says: ['Domain {number} has shut down, reason code 4', 'Action for shutdown reason code 4 is {other}'],
    stage: 'boot',
    meaning: 'The watchdog of the guest ran out: it hung.',
    causes: [possible('`on_watchdog` says what happens then.', { options: ['on_watchdog'] })],
    look: ['console', 'xlLog'],
  },
]);
