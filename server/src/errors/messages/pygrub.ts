/** What pygrub says (tools/pygrub), most of it in its log. */
import { certain, declareMessages, likely, possible } from '../error-message';

export const PYGRUB = declareMessages({ program: 'pygrub', stage: 'create', look: ['bootloaderLog'] }, [
  {
    says: ['Unable to find partition containing kernel'],
    meaning: 'pygrub looked at every partition of the first disk and found no kernel in any.',
    causes: [
      likely('It cannot read the file system (Btrfs, newer XFS, LVM, encryption) or the menu (BLS entries, submenus).', {
        options: ['bootloader'],
      }),
      possible('The first disk is not the one with the boot files.', { options: ['disk'] }),
      possible('The image is a container such as qcow2 that is given as raw.', { rules: ['disk-format-mismatch'], options: ['disk'] }),
    ],
  },
  {
    says: ["couldn't find bootloader config file in the image provided"],
    meaning: 'pygrub found a file system, but no menu of GRUB or extlinux where it looks for one.',
    causes: [
      likely('The menu is on another partition or disk, or the guest boots by EFI or systemd-boot.', { options: ['disk', 'bootloader'] }),
    ],
  },
  {
    says: ['RuntimeError: Unable to access {path}', 'Unable to access {path}'],
    meaning: 'pygrub cannot open the disk.',
    causes: [
      likely('The target is not there, or pygrub runs restricted and may not read it.', {
        rules: ['disk-target-not-found'],
        options: ['disk', 'bootloader_restrict', 'bootloader_user'],
      }),
    ],
  },
  {
    says: ['No kernel image selected'],
    meaning: 'Nobody chose an entry of the menu, or the entry has no kernel.',
    causes: [likely('`bootloader_args = [ "-q" ]`, or `--entry=`, chooses without a person.', { options: ['bootloader_args'] })],
  },
  {
    says: ['In order to use --runas, you must also set --entry or -q'],
    meaning: 'A restricted pygrub shows no menu.',
    causes: [certain('`bootloader_args` needs `-q` or `--entry=`.', { options: ['bootloader_args', 'bootloader_restrict'] })],
  },
  {
    says: ['Invalid disklabel magic', 'No root slice found'],
    meaning: 'pygrub takes the disk for one of Solaris and cannot read it.',
    causes: [possible('The image is damaged.', { options: ['disk'] })],
  },
  {
    says: ['bad_xenfsimage: rc={rc}', 'bad_mount: src={other}', 'mount_tmpfs rc={rc}', 'remount_tmpfs rc={rc}'],
    meaning: 'pygrub cannot lock itself away before it reads the disk.',
    causes: [likely('It runs restricted in a dom0 that does not let it make its own mounts.', { options: ['bootloader_restrict'] })],
  },
  {
    says: ['ImportError: No module named {value}', "ModuleNotFoundError: No module named '{value}'"],
    meaning: 'pygrub does not find a module of Python that it needs.',
    causes: [
      likely('The tools of Xen and the Python of dom0 are of different releases, or pygrub is an old copy.', { options: ['bootloader'] }),
    ],
  },
]);
