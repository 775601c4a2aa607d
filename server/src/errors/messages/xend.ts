/** What xm and xend said, the toolstack until Xen 4.4, and tools around xl. */
import { declareMessages, likely, possible } from '../error-message';

export const XEND = declareMessages({ program: 'xend', stage: 'create', look: ['check'] }, [
  {
    says: ["Boot loader didn't return any data"],
    meaning: 'The boot loader ended without naming a kernel.',
    causes: [
      likely('pygrub finds no menu that it can read: submenus, LVM, Btrfs or a newer XFS are too much for it.', {
        options: ['bootloader'],
      }),
      possible('The first disk is not the one with the boot files.', { options: ['disk'] }),
    ],
    look: ['bootloaderLog'],
  },
  {
    says: ['Error: int argument required', 'Error: invalid literal for int()'],
    stage: 'parse',
    meaning: 'xm read the config as a program in Python and found text where a number belongs.',
    causes: [likely('The config is for xm, and xl reads it in another way.', { rules: ['python-config', 'python-code'] })],
  },
  {
    says: ['I need {number} KiB, but dom0_min_mem is {other}', 'Error: I need {number} KiB{other}'],
    meaning: 'The host has not enough memory for the domain, and dom0 may not give up more.',
    causes: [likely('`memory` is too large, or dom0 was booted with a fixed amount.', { options: ['memory', 'maxmem'] })],
    look: ['host', 'domains'],
  },
  {
    says: ["Disk isn't accessible"],
    meaning: 'xend could not open the image of a disk.',
    causes: [likely('The image is not there, or SELinux keeps it away.', { rules: ['disk-target-not-found'], options: ['disk'] })],
    look: ['dom0'],
  },
  {
    says: [
      'Device {number} (vbd) could not be connected{other}',
      'Device {number} (vif) could not be connected{other}',
      'Hotplug scripts not working',
    ],
    meaning: 'The script that attaches a device did not do its work in time.',
    causes: [likely('A bridge, an image, or the driver in dom0 is missing.', { options: ['disk', 'vif'] })],
    look: ['hotplugLog', 'modules'],
  },
  {
    says: ['{path} add: timeout', '{path} online: timeout', '{path} add; timeout'],
    meaning: 'A hotplug script did not end in time: {path}',
    causes: [
      likely('The script waits for a lock that another one holds, or for storage that does not answer.', { options: ['disk', 'vif'] }),
      possible('A program that it calls is missing in dom0.'),
    ],
    look: ['hotplugLog', 'dom0'],
  },
  {
    says: [
      "libxenlight failed to create new domain '{domain}'",
      'libxenlight failed to create new domain {domain}',
      'internal error: libxenlight {reason}',
    ],
    meaning: 'libvirt tells that libxl did not make the domain, and not why.',
    causes: [possible('The lines of libxl are in `/var/log/libvirt/libxl/libxl-driver.log`.')],
    look: ['qemuLog'],
    isConsequence: true,
  },
  {
    says: ['Could not read tty from store', 'unable to exec console client'],
    meaning: '`xl console` finds no console of the domain.',
    causes: [
      likely('The domain has not come up, or has ended already.'),
      possible('An HVM domain needs `serial = "pty"` and a guest that writes to its serial port.', { options: ['serial', 'type'] }),
    ],
    look: ['domains', 'xlLog'],
  },
]);
