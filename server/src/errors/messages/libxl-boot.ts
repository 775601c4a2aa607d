/** What libxl says of boot loaders that run in dom0 (libxl_bootloader.c), and what xl says of them. */
import { certain, declareMessages, likely, possible } from '../error-message';

export const LIBXL_BOOT = declareMessages({ program: 'libxl', stage: 'create', look: ['bootloaderLog'] }, [
  {
    says: ['bootloader failed - consult logfile {other}'],
    meaning: 'The boot loader in dom0 found nothing to boot, or failed; {other} says why.',
    causes: [
      likely(
        'pygrub finds no menu that it can read on the first disk: it knows simple files of GRUB and extlinux, and no LVM, Btrfs or encryption.',
        { options: ['bootloader', 'disk'] },
      ),
      possible('The first disk of the config is not the one with the boot files.', { options: ['disk'] }),
      possible('The image is not raw, or the program is not installed.', {
        rules: ['disk-format-mismatch'],
        options: ['disk', 'bootloader'],
      }),
    ],
  },
  {
    says: ['cannot run bootloader with no boot disk'],
    meaning: 'A boot loader reads the first disk, and the config has none.',
    causes: [certain('`disk` is missing or empty.', { rules: ['bootloader-without-disk'], options: ['bootloader'] })],
    look: ['check'],
  },
  {
    says: ['failed to attach local disk for bootloader execution', 'unable locally attach device: {path}'],
    meaning: 'dom0 cannot open the first disk itself, as a boot loader needs it.',
    causes: [
      likely('The image is qcow2 or served by another domain, and dom0 lacks the driver for disks of its own (`xen-blkfront`).', {
        options: ['disk'],
      }),
      possible('The target is not there.', { rules: ['disk-target-not-found'], options: ['disk'] }),
    ],
    look: ['hotplugLog', 'modules'],
  },
  {
    says: ["bootloader='/usr/bin/pygrub' is deprecated"],
    meaning: 'libxl finds pygrub by itself; the path is another one on each distribution.',
    causes: [certain('`bootloader = "pygrub"` is enough.', { rules: ['bootloader-with-path'], options: ['bootloader'] })],
    look: ['check'],
    isWarning: true,
  },
  {
    says: ["unexpected output from bootloader: `{value}'", "bootloader output contained overly long item `{value}'"],
    meaning: 'The boot loader prints something else than kernel, ramdisk and arguments.',
    causes: [
      likely('`bootloader` names a program that is none, or one that prints messages among its answer.', {
        options: ['bootloader', 'bootloader_args'],
      }),
    ],
    isWarning: true,
  },
  {
    says: ['killing bootloader because of timeout'],
    meaning: 'The boot loader took too long and was stopped.',
    causes: [
      likely('A menu waits for a key, or the disk is very slow; `bootloader_args = [ "-q" ]` takes the default entry.', {
        options: ['bootloader_args', 'bootloader'],
      }),
    ],
  },
  {
    says: [
      'bootloader restrict UID is 0 (root)!',
      "Couldn't find user {value}",
      'wanted to use uid {number} {other} but that is user {value} !',
    ],
    meaning: 'The boot loader shall not run as root, but there is no user for it.',
    causes: [
      certain('The user does not exist in dom0, or is root.', { options: ['bootloader_user', 'bootloader_restrict', 'device_model_user'] }),
    ],
    look: ['again'],
    options: ['bootloader_user', 'device_model_user'],
  },
  {
    says: [
      'failed to create bootloader logfile {path}',
      'failed to create bootloader dir {path}',
      'failed to precreate bootloader output {path}',
    ],
    meaning: 'libxl cannot write its own files in dom0.',
    causes: [likely('`/var/log/xen` or `/var/run/xen` is missing, full or read-only.')],
    look: ['dom0'],
  },
  {
    says: [
      'got POLLHUP, sent SIGTERM',
      'unexpected eof copying {other}',
      'unexpected POLLHUP on {other}',
      'bootloader [{pid}] exited with error status {number}',
      'bootloader [{pid}] {reason}',
    ],
    meaning: 'The boot loader ended early.',
    isConsequence: true,
  },
]);
