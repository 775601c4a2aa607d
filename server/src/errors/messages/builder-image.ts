/** What the domain builder says of kernel images (libxc and libxenguest: xc_dom_*, xg_dom_*). */
import { certain, declareMessages, likely, possible } from '../error-message';

const NOT_THIS_KIND = {
  rules: ['pv-kernel-not-xen', 'pvh-kernel-not-pvh', 'arm-kernel-not-loadable', 'bare-code-as-pvh-kernel'],
  options: ['kernel'],
} as const;

export const BUILDER_IMAGE = declareMessages({ program: 'builder', stage: 'boot', look: ['kernel'] }, [
  {
    says: ['no loader found: Invalid kernel', 'no loader found'],
    meaning: 'The file is not a kernel that a domain of this type can boot.',
    causes: [
      likely(
        'The kernel has no notes for Xen: it is built without support for PV or PVH guests, or is not a kernel at all.',
        NOT_THIS_KIND,
      ),
      possible('It is packed in a way that this builder does not know, or is damaged.', {
        rules: ['kernel-needs-host-support'],
        options: ['kernel'],
      }),
      possible('It is for another processor, a boot loader of a board, or the kernel of an HVM guest.', { options: ['kernel', 'type'] }),
      possible('pygrub found a kernel that this type of domain cannot boot.', { options: ['bootloader'] }),
    ],
  },
  {
    says: [
      "failed to open file '{path}': {reason}",
      "Could not open kernel image '{path}'",
      'failed to open file: {reason}',
      "failed to seek on file '{path}': {reason}",
      "failed to mmap file '{path}': {reason}",
    ],
    meaning: 'The domain builder cannot read the kernel or the ramdisk.',
    causes: [
      likely('The file is not there: the path is misspelt, or a kernel of dom0 that an update removed.', {
        rules: ['file-not-found'],
        options: ['kernel', 'ramdisk'],
      }),
      possible('The path is relative; xl looks for it from `/` when it restarts the domain.', { options: ['kernel', 'ramdisk'] }),
      possible('A tool has written a path that it did not know, such as `None`.', { options: ['kernel', 'ramdisk'] }),
    ],
    look: ['again'],
  },
  {
    says: ["'{path}': zero length file"],
    meaning: 'The file `{path}` is empty.',
    causes: [certain('The image was not written, or the disk was full.', { options: ['kernel', 'ramdisk'] })],
  },
  {
    says: [
      'tried to map file which is too large',
      'kernel image too large',
      'ramdisk image too large',
      'module {number} image too large',
      'module image too large',
    ],
    meaning: 'The builder takes no image above 1 GiB, packed or unpacked.',
    causes: [
      likely('`kernel` or `ramdisk` names something else, such as a disk, or its end is damaged.', { options: ['kernel', 'ramdisk'] }),
    ],
  },
  {
    says: ['inflate failed (rc={rc})', 'inflate failed, sts {rc}', 'inflateInit2 failed (rc={rc})', 'unable to gzip decompress kernel'],
    meaning: 'The image begins like a gzip file and cannot be unpacked.',
    causes: [likely('The file is damaged or not complete.', { options: ['kernel'] })],
  },
  {
    says: ['{other} decompress support unavailable'],
    meaning: 'The builder of this host is built without the library that unpacks {other} kernels.',
    causes: [
      certain('The kernel has to be packed in another way, or to be unpacked.', {
        rules: ['kernel-needs-host-support'],
        options: ['kernel'],
      }),
    ],
  },
  {
    says: ['unable to {other} decompress kernel'],
    meaning: 'The builder knows {other}, but cannot unpack this kernel.',
    causes: [
      likely(
        'The kernel is newer than the builder: big xz dictionaries need Xen 4.18.5, 4.19.2 or 4.20, and LZ4 as Linux packs it needs 4.11.4, 4.12.2 or 4.13.',
        {
          rules: ['pv-kernel-not-xen', 'pvh-kernel-not-pvh', 'kernel-needs-host-support'],
          options: ['kernel'],
        },
      ),
      possible('The file is damaged.', { options: ['kernel'] }),
    ],
  },
  {
    says: ['unknown compression format'],
    meaning: 'The builder of this release does not know how the kernel is packed.',
    causes: [
      likely('The kernel is packed with zstd, which Xen reads since 4.15.', {
        rules: ['pv-kernel-not-xen', 'pvh-kernel-not-pvh'],
        options: ['kernel'],
      }),
      possible('The kernel is not packed at all; then it still boots.', { options: ['kernel'] }),
    ],
  },
  {
    says: ['boot protocol too old ({other})'],
    meaning: 'The kernel is a Linux from before 2.6.26, which packs itself in a way that the builder cannot open.',
    causes: [certain('Its unpacked `vmlinux` is needed.', { options: ['kernel'] })],
  },
  {
    says: ['payload offset overflow', 'payload length overflow'],
    meaning: 'The file is shorter than the kernel in it says.',
    causes: [certain('The image is not complete; it has to be copied again.', { options: ['kernel'] })],
  },
  {
    says: ['guest type {value} not supported by xen kernel, sorry', 'guest type {value} not supported'],
    meaning: 'The kernel is right, but the hypervisor of this host does not run `{value}` domains.',
    causes: [
      likely('A 32-bit PV kernel on a Xen without 32-bit PV (off by default since 4.16), or a kernel without PAE.', {
        rules: ['kernel-needs-host-support', 'pv-kernel-not-xen'],
        options: ['kernel'],
      }),
      possible('HVM or PVH on a host without hardware virtualisation.', { options: ['type'] }),
    ],
    look: ['host', 'kernel'],
  },
  {
    says: ['unknown image type {other}'],
    meaning: 'The kernel is for a processor that this builder does not know.',
    causes: [certain('The image is for another architecture, or, on Arm, a `vmlinux` in place of an `Image`.', NOT_THIS_KIND)],
  },
  {
    says: ['image not capable of booting inside a HVM container'],
    meaning: 'The kernel boots as PV, but not as PVH.',
    causes: [
      certain('It is built without `CONFIG_PVH`, which was `CONFIG_XEN_PVH` before Linux 5.0.', {
        rules: ['pvh-kernel-not-pvh'],
        options: ['kernel', 'type'],
      }),
    ],
  },
  {
    says: ['Kernel does not support unprivileged (DomU) operation'],
    meaning: 'The kernel is for dom0 only.',
    causes: [certain('It is built without support for guests.', NOT_THIS_KIND)],
  },
  {
    says: ['unsupported feature requested'],
    meaning: 'The kernel asks the builder for something that it cannot give.',
    causes: [possible('The kernel is newer than this Xen.', { options: ['kernel'] })],
  },
  {
    says: ['ELF image is not 32bit'],
    meaning: 'The file is a 64-bit program without an entry for PVH.',
    causes: [
      certain('The kernel has no notes for PVH, so it boots as PV or HVM at most.', {
        rules: ['pvh-kernel-not-pvh'],
        options: ['kernel', 'type'],
      }),
    ],
  },
  {
    says: ['ELF image has no shstrtab', 'corrupted ELF image', 'kernel is not an ELF image', 'no kernel image loaded'],
    meaning: 'The image is damaged, or nothing like a kernel.',
    causes: [likely('`kernel` names another file, or one that is stripped or cut off.', NOT_THIS_KIND)],
  },
  {
    says: [
      'xen_bin_image_table flags required {other} found {value}',
      'Invalid header_addr',
      'Invalid load_end_addr',
      'Invalid bss_end_addr',
    ],
    meaning: 'The image has a table that begins like one for Xen, with addresses that cannot be.',
    causes: [likely('The image is damaged, or built for something else.', { options: ['kernel'] })],
  },
  {
    says: ['Could not load ELF image', 'Could not initialise ELF image', 'Failed to load elf binary', 'HVM ELF broken: {reason}'],
    meaning: 'The firmware of an HVM domain (hvmloader) cannot be put into it.',
    causes: [
      likely('`firmware_override` names something else than a hvmloader, or the file of the package is damaged.', {
        options: ['firmware_override'],
      }),
      possible('The host has not enough free memory.', { options: ['memory'] }),
    ],
    look: ['again', 'host'],
  },
  {
    says: ['PVH not supported for 32bit guests'],
    meaning: 'The PVH of that release takes 64-bit kernels only.',
    causes: [certain('The kernel has 32 bits.', { options: ['kernel', 'pvh'] })],
  },
  {
    says: ['Insufficient space to load modules', 'Unable to reserve memory for the start info', 'module would be loaded abrove 4GB'],
    meaning: 'Kernel and ramdisk do not fit into the memory of the domain.',
    causes: [likely('`memory` is too small for them.', { options: ['memory', 'ramdisk', 'kernel'] })],
    look: ['again'],
  },
]);
