/** What libxl says of network cards, consoles and other devices, and of the scripts that attach them (libxl_nic.c, libxl_device.c, libxl_exec.c). */
import { certain, declareMessages, likely, possible } from '../error-message';

export const LIBXL_DEVICES = declareMessages({ program: 'libxl', stage: 'create', look: ['hotplugLog', 'hotplugError'] }, [
  {
    says: ['unable to add device with path {backend} - rc {rc}', 'unable to add device with path {backend}'],
    meaning: 'The device at `{backend}` did not come up: its driver in dom0, or the script that attaches it.',
    causes: [
      likely('The driver is missing in dom0: `xen-blkback` for disks (vbd), `xen-netback` for network cards (vif).'),
      likely('The hotplug script failed: a bridge or an image that is not there.', { options: ['vif', 'disk'] }),
    ],
    look: ['hotplugLog', 'hotplugError', 'modules'],
  },
  {
    says: [
      'unable to remove device with path {backend} - rc {rc}',
      'unable to remove device with path {backend}',
      'timed out while waiting for {other} to be removed',
      'unable to remove device{other}',
    ],
    meaning: 'A device did not go away in time while a domain was cleared away.',
    isConsequence: true,
  },
  {
    says: ['unable to add {other} devices', 'unable to add nic devices', 'error connecting nics devices', 'error connecting disk devices'],
    meaning: 'A device could not be attached; the lines before this one say why.',
    isConsequence: true,
  },
  {
    says: ['Backend {path} not ready', '{path} not ready'],
    meaning: 'The driver of dom0 did not answer in time.',
    causes: [likely('The driver is not loaded: `xen-blkback` for disks, `xen-netback` for network cards.')],
    look: ['modules', 'dom0'],
  },
  {
    says: ['unable to initialize device {backend}'],
    meaning: 'Waiting for the driver of dom0 failed.',
    look: ['modules', 'dom0'],
  },
  {
    says: ['script: {reason}'],
    meaning: 'The script that attaches a device failed, and says: {reason}',
    causes: [possible('What the script needs is not there: a bridge, an image, or a program in dom0.', { options: ['vif', 'disk'] })],
    isConsequence: true,
  },
  {
    says: [
      '{path} [{pid}] exited with error status {number}',
      '{path} [{pid}] died due to fatal signal {reason}',
      '{path} [{pid}] gave unknown wait status {reason}',
    ],
    meaning: 'A program that libxl ran has failed: {path}',
    causes: [
      possible('It is a hotplug script, and what it needs is not there: a bridge, an image, or a program in dom0.', {
        options: ['vif', 'disk'],
      }),
      possible('It is a boot loader that found nothing to boot.', { options: ['bootloader'] }),
    ],
    isConsequence: true,
  },
  {
    says: ['killing execution of {path} because of timeout'],
    meaning: 'A script did not end in time and was stopped: {path}',
    causes: [
      likely('The script waits for a lock that another one holds, or for storage that does not answer.'),
      possible('A program that it calls is missing in dom0.'),
    ],
    look: ['hotplugLog', 'dom0'],
  },
  {
    says: [
      'unable to read script from {path}',
      'Failed to get hotplug environment',
      'unable to get args/env to execute hotplug script for device {backend}',
    ],
    meaning: 'libxl does not find out which script attaches a device.',
    look: ['again'],
  },
  {
    says: ['trying to create PV guest with an emulated interface', 'trying to create PV or PVH guest with an emulated interface'],
    meaning: 'Only HVM domains have emulated network cards.',
    causes: [certain('`type=ioemu` of a network card has to go.', { rules: ['refused-device-value'], options: ['vif'] })],
    look: ['check'],
  },
  {
    says: ['Unable to set nic defaults for nic {number}'],
    meaning: 'A network card of the config is refused; the line before this one says why.',
    isConsequence: true,
  },
  {
    says: ['Primary console has invalid configuration'],
    meaning: 'The first channel is lost; the domain is made without it.',
    causes: [certain('The first entry of `channel` gets the number of the console.', { options: ['channel'] })],
    look: ['again'],
    isWarning: true,
  },
  {
    says: ['channel {number} has no name', 'channel {number} has no path', 'channel {number} has no defined connection'],
    meaning: 'A channel does not say what it is.',
    causes: [certain('`name` or `connection` is missing.', { rules: ['missing-device-key'], options: ['channel'] })],
    look: ['check'],
  },
  {
    says: ['Illegal 9pfs parameter combination'],
    meaning: 'Limits of a shared folder are for the daemon `xen_9pfsd` only.',
    causes: [
      certain('`max-files`, `max-open-files`, `max-space` and `auto-delete` need `type=xen_9pfsd`.', {
        rules: ['refused-device-value'],
        options: ['p9'],
      }),
    ],
    look: ['check'],
  },
  {
    says: ['Unable to set virtio defaults for device {number}'],
    meaning: 'A virtio device of the config is refused; the line before this one says why.',
    isConsequence: true,
  },
  {
    says: [
      'failed to get domain {number} console tty path',
      'Unable to read console tty path',
      'unable to set up watch for domain {number} console tty path',
    ],
    meaning: 'The console of the domain does not come up.',
    causes: [likely('xenconsoled does not run in dom0.')],
    look: ['dom0'],
  },
  {
    says: ['Unable to add {other} with id {number}', 'Unable to add vkb device', 'Unable to add vfb device', 'unable to add device'],
    meaning: 'A device could not be attached; the lines before this one say why.',
    isConsequence: true,
  },
]);
