/** What QEMU, the hypervisor and the guest say. */
import { certain, declareMessages, likely, possible } from '../error-message';

export const QEMU = declareMessages({ program: 'qemu', stage: 'create', look: ['qemuLog'] }, [
  {
    says: ['could not configure /dev/net/tun ({value}): {reason}', 'could not open /dev/net/tun: {reason}'],
    meaning: 'QEMU cannot make the interface of an emulated network card.',
    causes: [
      likely('The module `tun` is missing in dom0.'),
      possible('The card is of a driver domain and needs `type=vif`.', { options: ['vif'] }),
    ],
  },
  {
    says: ['-soundhw: invalid option'],
    meaning: 'QEMU since 7.1 has no such argument any more; libxl does without it since 4.17.',
    causes: [certain('`soundhw` needs a newer Xen or an older QEMU.', { options: ['soundhw'] })],
  },
  {
    says: ["could not add USB device '{value}'"],
    meaning: 'QEMU does not find the USB device `{value}`.',
    causes: [likely('The device is not plugged in, or has another address now.', { options: ['usbdevice', 'usbdev'] })],
    look: ['usb', 'qemuLog'],
    options: ['usbdevice', 'usbdev'],
  },
  {
    says: ['Failed to find an available port: {reason}', 'Failed to bind socket: {reason}', 'Failed to start VNC server{other}'],
    meaning: 'QEMU cannot open the port for VNC.',
    causes: [
      likely('Another domain or program has the port; `vncunused = 1` takes the next free one.', {
        options: ['vncdisplay', 'vnclisten', 'vfb'],
      }),
    ],
  },
  {
    says: ['Could not initialize SDL({reason}', 'gtk initialization failed'],
    meaning: 'QEMU cannot open a window.',
    causes: [certain('xl runs without a display; `sdl = 0`, and VNC shows the screen.', { options: ['sdl', 'display'] })],
  },
  {
    says: ['failed to initialize spice server', "There is no option group 'spice'", 'spice is not supported by this qemu build'],
    meaning: 'QEMU cannot start SPICE.',
    causes: [likely('QEMU is built without SPICE, or the port is taken.', { options: ['spice', 'spiceport'] })],
  },
  {
    says: ["Could not open '{path}': {reason}", 'could not open disk image {path}: {reason}'],
    meaning: 'QEMU cannot open `{path}`.',
    causes: [
      likely('The image is not there, or QEMU may not read it.', { rules: ['disk-target-not-found'], options: ['disk'] }),
      possible('Another QEMU has it locked.', { options: ['disk'] }),
    ],
  },
  {
    says: ['Failed to get "write" lock', 'Failed to get shared "write" lock', 'Is another process using the image'],
    meaning: 'Another QEMU uses the image.',
    causes: [likely('A second domain has the same image, or an old QEMU still runs.', { options: ['disk'] })],
    look: ['domains', 'qemuLog'],
  },
  {
    says: ["unsupported machine type '{value}'", 'unsupported machine type', 'invalid accelerator xen'],
    meaning: 'This QEMU is built without Xen.',
    causes: [
      likely('`device_model_override` names a plain QEMU, or the package for Xen is missing.', { options: ['device_model_override'] }),
    ],
  },
  {
    says: ['failed to find romfile "{path}"', "Could not open option rom '{path}': {reason}"],
    meaning: 'QEMU does not find a firmware file.',
    causes: [likely('The package with the ROMs (`seabios`, `ipxe-qemu`, `qemu-system-data`) is not installed.')],
  },
  {
    says: [
      "xen be core: can't connect to xenstored",
      "xen be core: can't open gnttab device",

      "can't open gnttab device",
      "can't connect to xenstored",
    ],
    meaning: 'QEMU does not reach Xen.',
    causes: [
      likely('`/dev/xen` is missing: the modules `xen-gntdev` and `xen-evtchn` are not loaded.'),
      possible('QEMU runs as a user who may not open it.', { options: ['dm_restrict', 'device_model_user'] }),
    ],
    look: ['modules', 'qemuLog'],
  },
  {
    says: ['{other}: xen_pt_{program}: Error: {reason}', 'xen_pt_realize: Error: {reason}'],
    meaning: 'QEMU cannot give a PCI device to the domain.',
    causes: [likely('The device is not bound to pciback, or its ROM cannot be read.', { options: ['pci', 'gfx_passthru'] })],
    look: ['assignable', 'qemuLog'],
  },
  {
    says: ['is not a valid device model name', "Device '{value}' not found"],
    meaning: 'QEMU does not know a device that it is asked for.',
    causes: [
      possible('`device_model_args` are for another QEMU, or the config asks for what this QEMU is built without.', {
        options: ['device_model_args_hvm', 'device_model_args', 'vif', 'usbctrl'],
      }),
    ],
  },
]);

export const HYPERVISOR = declareMessages({ program: 'xen', stage: 'boot', look: ['hypervisor'] }, [
  {
    says: ['out of PoD memory!'],
    meaning: 'The guest touched more memory than it has: it was started below `maxmem` and has no balloon driver that would know.',
    causes: [certain('`memory` is below `maxmem`; make them equal until the guest has PV drivers.', { options: ['maxmem', 'memory'] })],
  },
  {
    says: ['Triple fault - invoking HVM shutdown action'],
    meaning: 'The guest crashed very early, so that its processor gave up.',
    causes: [
      possible('The image is not a kernel for this type of domain, or needs CPU features that it does not get.', {
        rules: ['bare-code-as-pvh-kernel'],
        options: ['kernel', 'cpuid'],
      }),
      possible('The firmware does not fit: an EFI system needs `bios = "ovmf"`.', { options: ['bios', 'firmware'] }),
    ],
    look: ['hypervisor', 'console'],
  },
  {
    says: ['Over-allocation for {other}: {number} > {limit}'],
    meaning: 'The domain asked for more memory than it may have.',
    causes: [likely('The balloon driver of the guest runs against `maxmem`; that does no harm.', { options: ['maxmem', 'memory'] })],
    isWarning: true,
  },
  {
    says: ["It's disallowed to assign {bdf} with shared RMRR at {reason}", "It's risky to assign {bdf} with shared RMRR at {reason}"],
    meaning: 'The device shares memory that the firmware reserved with another one.',
    causes: [certain('Xen gives it to a domain only with `rdm_policy=relaxed`, which is a risk.', { options: ['pci', 'rdm'] })],
  },
  {
    says: ['RDMSR {other} unimplemented', 'WRMSR {other} unimplemented'],
    meaning: 'The guest asked the CPU for a register that Xen does not show. Guests that do not expect that crash.',
    causes: [possible('`msr_relaxed = 1` answers as Xen did before 4.15.', { options: ['msr_relaxed'] })],
    isWarning: true,
  },
  {
    says: ['HVM requested but not available', 'HAP requested but not available', 'Nested virt requested but not available'],
    meaning: 'The hypervisor cannot run the domain with hardware virtualisation.',
    causes: [possible('VT-x or SVM is switched off, or nested virtualisation lacks `hap`.', { options: ['nestedhvm', 'hap', 'type'] })],
    look: ['host', 'hypervisor'],
  },
]);

export const GUEST = declareMessages({ program: 'guest', stage: 'boot', look: ['console'] }, [
  {
    says: [
      'ALERT! {path} does not exist',
      'ALERT!  {path} does not exist',
      'Waiting for root file system{other}',
      'dracut-initqueue timeout',
      'Warning: {path} does not exist',
    ],
    meaning: 'The kernel runs, and its ramdisk does not find the disk with the root file system.',
    causes: [
      likely('`root=` names a disk that the config does not have.', { options: ['root', 'extra', 'cmdline', 'disk'] }),
      likely('The ramdisk lacks the driver for disks of Xen (`xen-blkfront`), often because it was made on another machine.', {
        options: ['ramdisk'],
      }),
      possible('The disk could not be attached in time; xl says why.', { options: ['disk'] }),
    ],
    options: ['root', 'extra', 'cmdline', 'disk'],
  },
  {
    says: [
      'VFS: Unable to mount root fs on {other}',
      'VFS: Cannot open root device "{value}"',
      'No filesystem could mount root',
      'not syncing: VFS',
    ],
    meaning: 'The kernel runs, but cannot mount its root file system.',
    causes: [
      likely('There is no ramdisk, and the kernel has no driver for disks of Xen built in.', { options: ['ramdisk', 'kernel'] }),
      likely('`root=` is missing or names a disk that the config does not have.', { options: ['root', 'extra', 'cmdline', 'disk'] }),
    ],
    options: ['root', 'extra', 'cmdline', 'disk'],
  },
  {
    says: [
      'No bootable device',
      'Boot failed: not a bootable disk',
      'Boot failed: Could not read from CDROM',
      'BdsDxe: No bootable option or device was found',
      'BdsDxe: failed to load {reason}',
      'No boot device',
    ],
    meaning: 'The firmware of the HVM domain finds nothing to boot.',
    causes: [
      likely('The disk is not emulated: only `hda` to `hdd`, `xvda` to `xvdd` and SCSI names are.', {
        rules: ['disk-not-emulated'],
        options: ['disk'],
      }),
      likely('`boot` has the wrong order: `c` is the disk, `d` the CD, `n` the network.', { options: ['boot'] }),
      possible('The system on the disk needs EFI (`bios = "ovmf"`), or needs a BIOS.', { options: ['bios', 'firmware', 'disk'] }),
      possible('The image is given with the wrong format.', { rules: ['disk-format-mismatch'], options: ['disk'] }),
    ],
  },
]);
