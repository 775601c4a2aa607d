/** What libxl says of QEMU and what it emulates (libxl_dm.c, libxl_create.c, libxl_exec.c, libxl_qmp.c). */
import { certain, declareMessages, likely, possible } from '../error-message';

export const LIBXL_DEVICE_MODEL = declareMessages({ program: 'libxl', stage: 'create', look: ['check'] }, [
  {
    says: ['device model did not start: {rc}'],
    meaning: 'QEMU ended at once, or libxl could not start it; the lines before this one and its log say why.',
    causes: [
      likely('An emulated network card (HVM without `type=vif`) whose bridge dom0 does not have.', { options: ['vif'] }),
      possible('A USB or PCI device of the host that is not there, or an argument that QEMU does not know.', {
        options: ['usbdevice', 'usbdev', 'pci', 'device_model_args_hvm', 'device_model_args'],
      }),
      possible('A sound card, a display or a VNC port that QEMU cannot have.', { options: ['soundhw', 'sdl', 'spice', 'vncdisplay'] }),
      possible('QEMU is not installed, or of a release that does not fit.'),
    ],
    look: ['qemuLog', 'again'],
    isConsequence: true,
  },
  {
    says: [
      '{other}: spawn failed (rc={rc})',
      'Post DM startup configs failed, rc={rc}',
      'QEMU did not start properly, rc={rc}',
      'device model required but not running',
    ],
    meaning: 'QEMU does not run; the lines before this one and its log say why.',
    look: ['qemuLog'],
    isConsequence: true,
  },
  {
    says: ['Device Model: startup timed out', 'device model: startup timed out', '{other}: startup timed out'],
    meaning: 'A program that libxl started, most often QEMU, did not say in time that it is ready.',
    causes: [
      likely('QEMU waits for something: a disk on a slow network, or a display that nobody answers.'),
      possible('dom0 is overloaded, or short of memory.'),
    ],
    look: ['qemuLog', 'dom0'],
  },
  {
    says: [
      '{other} [{pid}]: failed startup with non-zero exit status {number}',
      '{other} [{pid}]: unexpectedly exited with exit status 0',
      '{other} [{pid}]: died during startup due to fatal signal {reason}',
    ],
    meaning: 'A program that libxl started, most often QEMU, ended at once.',
    causes: [
      likely('QEMU refuses an argument or cannot open a device; its log says which.', {
        options: ['device_model_args_hvm', 'device_model_args', 'device_model_override'],
      }),
    ],
    look: ['qemuLog'],
  },
  {
    says: [
      'Unexpected QEMU status: {value}',
      'Unexpected EOF on QMP socket',
      'Failed to connect to QMP socket {path}',
      'Connection error',
      'received an error message from QMP server: {reason}',
      'Error happened with the QMP connection to QEMU',
    ],
    meaning: 'libxl lost the connection to QEMU, or QEMU refused what it was asked for.',
    causes: [likely('QEMU has crashed or ended.')],
    look: ['qemuLog'],
  },
  {
    says: ['device model {path} is not executable', 'qmp proxy {path} is not executable'],
    meaning: 'The program is not there or cannot be run.',
    causes: [
      likely('`device_model_override` names a file that does not exist.', {
        rules: ['file-not-found'],
        options: ['device_model_override'],
      }),
      likely('The package with QEMU for Xen is not installed, such as `qemu-system-xen` of Debian.'),
    ],
    look: ['again'],
    options: ['device_model_override'],
  },
  {
    says: ['libxl: cannot execute {path}: {reason}'],
    meaning: 'A program that libxl needs is not there or cannot be run.',
    causes: [
      likely('The path is misspelt, or its package is not installed.', { options: ['device_model_override', 'bootloader', 'disk', 'vif'] }),
    ],
    look: ['again'],
  },
  {
    says: ['qemu-xen access error', 'qemu-xen is unavailable, use qemu-xen-traditional instead'],
    meaning: 'The device model is not installed at the place where libxl expects it.',
    causes: [
      likely('The package with QEMU for Xen is missing; `device_model_override` names another place.', {
        options: ['device_model_override', 'device_model_version'],
      }),
    ],
    look: ['again'],
  },
  {
    says: ['unable to open Qemu logfile{other}'],
    meaning: 'The log of QEMU cannot be written.',
    causes: [likely('`/var/log/xen` is missing, full or read-only.')],
    look: ['dom0'],
  },
  {
    says: [
      "Couldn't find device_model_user {value}",
      'Could not find user {value} or {other}, cannot restrict',
      'Could not find user {value} or range base pseudo-user {other}, cannot restrict',
      'intended_uid is 0 (root)!',
    ],
    meaning: 'QEMU shall not run as root, but there is no user for it.',
    causes: [
      certain('The user does not exist in dom0 (`xen-qemuuser-range-base`), or is root.', {
        options: ['device_model_user', 'dm_restrict'],
      }),
    ],
    look: ['again'],
    options: ['device_model_user'],
  },
  {
    says: ['Could not find user {value}, falling back to {other}'],
    meaning: 'QEMU runs as root, as long as dom0 has no user for it.',
    causes: [certain('It works all the same; a user `xen-qemuuser-shared` would be safer.')],
    isWarning: true,
  },
  {
    says: [
      'dm_restrict not supported by qemu-xen-traditional',
      'HVM direct kernel boot is not supported by qemu-xen-traditional',
      'qemu upstream required for qxl vga',
    ],
    meaning: 'The old device model cannot do that.',
    causes: [
      certain('`device_model_version = "qemu-xen-traditional"` has to go, or the setting.', {
        rules: ['refused-by-traditional'],
        options: ['device_model_version', 'device_model_stubdomain_override'],
      }),
    ],
  },
  {
    says: ['qemu-xen-traditional requires bios=rombios', 'qemu-xen does not support bios=rombios'],
    meaning: 'ROMBIOS and the old device model only go together.',
    causes: [
      certain('`bios` does not fit `device_model_version`.', {
        rules: ['rombios-without-traditional', 'refused-by-traditional'],
        options: ['bios', 'firmware', 'device_model_version'],
      }),
    ],
  },
  {
    says: ['device model stubdomains require "qemu-xen-traditional"'],
    meaning: 'In this release only the old device model runs in a stub domain.',
    causes: [
      certain('`device_model_version` has to be `qemu-xen-traditional`.', {
        rules: ['stubdomain-without-traditional'],
        options: ['device_model_stubdomain_override'],
      }),
    ],
  },
  {
    says: ['could not access stubdomain kernel {path}', 'could not access stubdomain ramdisk {path}'],
    meaning: 'The image of the stub domain is not there.',
    causes: [
      likely('Its package is not installed, or the path is misspelt.', {
        rules: ['file-not-found'],
        options: ['stubdomain_kernel', 'stubdomain_ramdisk', 'device_model_stubdomain_override'],
      }),
    ],
    options: ['stubdomain_kernel', 'stubdomain_ramdisk'],
  },
  {
    says: ['videoram must be at least {number} MB for {reason}', '128 Mib videoram is the minimum for qxl default'],
    meaning: 'The emulated video card needs more memory.',
    causes: [
      certain('`videoram` is too small; without it libxl takes what is needed.', {
        rules: ['videoram-too-small', 'refused-by-traditional'],
        options: ['videoram'],
      }),
    ],
  },
  {
    says: ['ignoring videoram other than 4 MB for CIRRUS on QEMU_XEN_TRADITIONAL'],
    meaning: 'The old device model gives a Cirrus card 4 MiB in any case.',
    causes: [certain('`videoram` does nothing here.', { options: ['videoram'] })],
    isWarning: true,
  },
  {
    says: ['guests without a device model cannot have an emulated video card', 'Invalid emulated video card specified'],
    meaning: 'Without a device model there is no video card.',
    causes: [
      certain('`vga`, `stdvga` and the like have to go.', {
        rules: ['video-card-without-device-model', 'refused-value'],
        options: ['vga', 'stdvga', 'device_model_version'],
      }),
    ],
  },
  {
    says: ['vncdisplay set, vnclisten contains display'],
    meaning: 'The display number of VNC is given twice.',
    causes: [
      certain('`vnclisten` has a `:` and a number, and `vncdisplay` is set too.', {
        rules: ['vnc-display-given-twice', 'refused-device-value'],
        options: ['vnclisten', 'vfb'],
      }),
    ],
  },
  {
    says: [
      'at least one of the spiceport or tls_port must be provided',
      'spice ticketing is enabled but missing password',
      "spice password can't be empty",
    ],
    meaning: 'SPICE needs a port, and a password unless tickets are off.',
    causes: [certain('`spiceport` or `spicepasswd` is missing.', { rules: ['incomplete-spice'], options: ['spice'] })],
  },
  {
    says: ['spice disabled, disabling usbredirection'],
    meaning: 'USB redirection works through SPICE only.',
    causes: [certain('`spice = 1` is missing.', { rules: ['usb-redirection-without-spice'], options: ['spiceusbredirection'] })],
    isWarning: true,
  },
  {
    says: ['usbversion and/or usbredirection cannot be enabled with usb and/or usbdevice parameters'],
    meaning: 'The two ways to have USB do not go together.',
    causes: [
      certain('Either `usbversion` and `spiceusbredirection`, or `usb` and `usbdevice`.', {
        rules: ['mixed-usb-options'],
        options: ['usbversion', 'spiceusbredirection', 'usbdevice', 'usb'],
      }),
    ],
  },
  {
    says: ['usbversion parameter is invalid, must be between 1 and 3', 'usbredirection parameter is invalid, it must be between 1 and 4'],
    meaning: 'The number is out of bounds.',
    causes: [
      certain('`usbversion` is 1 to 3, `spiceusbredirection` 1 to 4.', {
        rules: ['usb-redirection-out-of-range', 'value-out-of-range'],
        options: ['usbversion', 'spiceusbredirection'],
      }),
    ],
  },
  {
    says: ["Unknown soundhw option '{value}'"],
    meaning: 'QEMU has no such sound card.',
    causes: [
      certain('It can be `ac97`, `adlib`, `cs4231a`, `es1370`, `gus`, `hda` or `sb16`.', {
        rules: ['refused-value'],
        options: ['soundhw'],
      }),
    ],
    options: ['soundhw'],
  },
  {
    says: ['unable to detect required gfx_passthru_kind', 'unsupported gfx_passthru_kind', 'invalid value for gfx_passthru_kind'],
    meaning: 'libxl does not know the graphics card that shall be given to the domain.',
    causes: [
      likely('No card that `gfx_passthru` knows, an Intel one, is among the PCI devices; others work as plain PCI devices, without it.', {
        rules: ['refused-combination', 'missing-companion-option'],
        options: ['gfx_passthru', 'pci'],
      }),
    ],
  },
  {
    says: ['Both serial and serial_list set', 'Both usbdevice and usbdevice_list set'],
    meaning: 'libxl got the same thing in two ways, which xl never does.',
    look: ['again'],
  },
  {
    says: ['Invalid serial port number: {value}', '{other}: unknown channel connection {number}'],
    meaning: 'QEMU answered with something that libxl does not understand.',
    look: ['qemuLog'],
  },
]);
