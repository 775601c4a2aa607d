/** What xl says of `xl.conf` (xl.c) and of configs of CPU pools (xl_cpupool.c). */
import { certain, declareMessages, likely, possible } from '../error-message';

export const XL_OWN_FILES = declareMessages({ program: 'xl', stage: 'parse', look: ['check'] }, [
  {
    says: ['invalid autoballoon option', 'invalid default output format "{value}"', 'invalid domid_policy option'],
    meaning: 'A setting of `/etc/xen/xl.conf` has a value that xl does not know. xl keeps its default.',
    causes: [
      certain('The word is another one, or has capitals: `autoballoon` is `"on"`, `"off"` or `"auto"`.', { rules: ['ignored-value'] }),
    ],
    isWarning: true,
  },
  {
    says: ['the global config option {option} is deprecated, please switch to {other}'],
    meaning: '`/etc/xen/xl.conf` has an old name of a setting. xl still takes it.',
    causes: [certain('The setting has got a new name.', { rules: ['option-deprecated'] })],
    isWarning: true,
  },
  {
    says: ['Missing cpupool name!'],
    meaning: 'A CPU pool needs a name, and without a file there is none to take.',
    causes: [certain('Neither a file nor `name=` stands on the command line.')],
  },
  {
    says: ['Pool name "{value}" already exists'],
    meaning: 'There is a CPU pool of that name on this host.',
    causes: [likely('The pool was made before.'), possible('The name of the file was taken, because `name` is missing or a list.')],
    look: ['pools'],
  },
  {
    says: ['cpu {number} illegal or not free'],
    meaning: 'A CPU that the pool is to have is not there, or belongs to another pool.',
    causes: [
      likely('The CPU is still in `Pool-0`: `xl cpupool-cpu-remove Pool-0 CPU` takes it out.', { options: ['cpus'] }),
      possible('The host has fewer CPUs, or the number is no number.', {
        options: ['cpus'],
        rules: ['misread-device-value', 'malformed-device'],
      }),
    ],
    look: ['pools', 'numa'],
  },
  {
    says: ['no free cpu found'],
    meaning: 'None of the CPUs of the nodes that the pool is to have is free.',
    causes: [
      likely('They are still in `Pool-0`: `xl cpupool-cpu-remove Pool-0 node:N` takes those of a node out.', { options: ['nodes'] }),
      possible('The host has no such node, or the list is empty.', { options: ['nodes'], rules: ['malformed-device'] }),
    ],
    look: ['pools', 'numa'],
  },
  {
    says: ['error on creating cpupool'],
    meaning: 'The hypervisor did not make the pool; the lines before this one say why.',
    causes: [possible('The hypervisor is built without the scheduler.', { options: ['sched'] })],
    look: ['hypervisor'],
    isConsequence: true,
  },
]);
