/** What libxl says of disks (libxl_disk.c, libxl_device.c, libxl_dm.c). */
import { certain, declareMessages, likely, possible } from '../error-message';

export const LIBXL_DISK = declareMessages({ program: 'libxl', stage: 'create', look: ['check'] }, [
  {
    says: ['Disk vdev={vdev} failed to stat: {path}: {reason}', 'Disk vdev={vdev} failed to stat: {path}'],
    meaning: 'The target of the disk `{vdev}` is not there: libxl looked for `{path}` in dom0.',
    causes: [
      likely('The path is misspelt, or the volume is not active.', { rules: ['disk-target-not-found'], options: ['disk'] }),
      likely('It is a relative path or a device name of the guest; xend put `/dev/` before it, libxl does not.', { options: ['disk'] }),
      possible('It is not a local file, but something that a `script=` or `backend=` makes a disk of, and that key is missing.', {
        options: ['disk'],
      }),
      possible('The target is empty on a disk that is not a CD drive.', {
        rules: ['refused-device-value', 'missing-device-key'],
        options: ['disk'],
      }),
    ],
    look: ['again'],
    options: ['disk'],
  },
  {
    says: ['Disk vdev={vdev} is empty but not cdrom'],
    meaning: 'Only a CD drive can have no image.',
    causes: [certain('`devtype=cdrom` or a target is missing.', { rules: ['refused-device-value'], options: ['disk'] })],
    options: ['disk'],
  },
  {
    says: ['Disk vdev={vdev} is empty but an image has been provided: {path}'],
    meaning: '`format=empty` and a target contradict each other.',
    causes: [certain('One of the two has to go.', { rules: ['refused-device-value'], options: ['disk'] })],
    options: ['disk'],
  },
  {
    says: ['no suitable backend for disk {vdev}'],
    meaning: 'No driver of dom0 can serve the disk `{vdev}` as it is written.',
    causes: [
      likely('The backend cannot read the format: `phy` takes raw images only; without `backendtype` libxl chooses for itself.', {
        rules: ['refused-device-value', 'disk-format-mismatch'],
        options: ['disk'],
      }),
      likely('A hotplug script works only with a block device: `script=`, `nbd:`, `iscsi:` and `drbd:` need `format=raw`.', {
        options: ['disk'],
      }),
      possible('`backendtype=phy` with a plain file, or `tap` on a host without blktap.', { options: ['disk'] }),
    ],
    options: ['disk'],
    look: ['again'],
  },
  {
    says: ['Invalid or unsupported virtual disk identifier {vdev}'],
    meaning: 'A disk cannot be called `{vdev}`.',
    causes: [
      certain('It can be `xvda`, `hda` to `hdd` or `sda` to `sdp`, with a number for a partition.', {
        rules: ['refused-device-value'],
        options: ['disk'],
      }),
    ],
    options: ['disk'],
  },
  {
    says: ['device already exists in xenstore'],
    meaning: 'Two devices of the config are the same one: two disks with one vdev, or two network cards with one number.',
    causes: [
      likely('Two disks have the same `vdev`, maybe under two names such as `xvda` and `51712`.', {
        rules: ['duplicate-vdev'],
        options: ['disk'],
      }),
      possible('Two network cards have the same `devid`, or one has the number that another gets by its position.', { options: ['vif'] }),
    ],
  },
  {
    says: ['Unable to set disk defaults for disk {number}'],
    meaning: 'A disk of the config is refused; the line before this one says why.',
    isConsequence: true,
  },
  {
    says: ['unable to add disk devices'],
    meaning: 'A disk could not be attached; the lines before this one say why.',
    causes: [
      possible('The driver for disks is missing in dom0: `modprobe xen-blkback`.'),
      possible('The script that prepares the disk failed.', { options: ['disk'] }),
    ],
    look: ['hotplugLog', 'hotplugError', 'dom0'],
    isConsequence: true,
  },
  {
    says: ['Backend for CD devices on HVM guests must be Qdisk'],
    meaning: 'QEMU itself has to serve the CD drives of an HVM domain.',
    causes: [certain('`backendtype` has to go, or to be `qdisk`.', { rules: ['refused-device-value'], options: ['disk'] })],
    options: ['disk'],
  },
  {
    says: ["qemu-xen doesn't support read-only {other} disk drivers", "qemu-xen doesn't support read-only disk drivers"],
    meaning: 'The emulated disks of an HVM domain cannot be read-only.',
    causes: [
      certain('The disk needs `access=rw`, `devtype=cdrom`, or a vdev that may be read-only: `xvde` and later, `sda` and later.', {
        rules: ['read-only-hvm-disk'],
        options: ['disk'],
      }),
    ],
    options: ['disk'],
  },
  {
    says: [
      'Only {number} emulated IDE disks are supported',
      'Emulated CDROM can be only one of the first {number} disks',
      'Disk {vdev} will be available via PV drivers but not as an emulated disk',
      'Emulation of only first {number} disks is supported',
    ],
    meaning: 'An HVM domain has four emulated disks; the guest sees others only with PV drivers.',
    causes: [
      certain('The vdev is after `hdd` or `xvdd`, so firmware and installers do not see the disk.', {
        rules: ['disk-not-emulated'],
        options: ['disk'],
      }),
    ],
    options: ['disk'],
    isWarning: true,
  },
  {
    says: ['unable to determine disk number for {vdev}'],
    meaning: 'QEMU gets no emulated disk for `{vdev}`; the guest sees it only with PV drivers.',
    causes: [certain('The vdev is given as a number.', { rules: ['disk-not-emulated'], options: ['disk'] })],
    options: ['disk'],
    isWarning: true,
  },
  {
    says: [
      'Cannot support empty disk format for {vdev}',
      'cannot support empty disk format for {vdev}',
      'Unable to determine disk image format: {vdev}',
      'unable to determine disk image format {vdev}',
      'No way to get local access disk to image: {vdev}',
    ],
    meaning: 'QEMU cannot open the image of this disk, so that it is not emulated: firmware does not see it.',
    causes: [
      certain('The disk is empty, of a format that QEMU gets not from libxl, or served by another domain.', {
        rules: ['disk-not-emulated', 'refused-device-value'],
        options: ['disk'],
      }),
    ],
    options: ['disk'],
    isWarning: true,
  },
  {
    says: [
      'Transport is only supported for specification virtio',
      'Unsupported transport for specification virtio',
      'Only transport mmio is expected for specification virtio',
    ],
    meaning: 'Virtio disks have their own keys.',
    causes: [
      certain('`specification=virtio` goes with `backendtype=standalone` and `transport=mmio`.', {
        rules: ['refused-device-value', 'refused-combination'],
        options: ['disk'],
      }),
    ],
    options: ['disk'],
  },
  {
    says: ['unable to parse nictype from {other}', 'Unrecognized disk backend type: {number}'],
    meaning: 'What stands in xenstore about a device is damaged.',
    look: ['again'],
  },
]);
