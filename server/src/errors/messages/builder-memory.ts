/** What the domain builder says of memory, and libelf of the notes in a kernel (libxenguest, libelf). */
import { certain, declareMessages, likely, possible } from '../error-message';

const NOT_THIS_KIND = { rules: ['pv-kernel-not-xen', 'pvh-kernel-not-pvh'], options: ['kernel'] } as const;

export const BUILDER_MEMORY = declareMessages({ program: 'builder', stage: 'boot', look: ['host', 'hypervisor'] }, [
  {
    says: ["can't allocate low memory for domain"],
    meaning: 'The domain does not get its memory from the hypervisor.',
    causes: [
      likely('The host has less free memory than the domain needs.', { options: ['memory', 'maxmem'] }),
      possible('A 32-bit PV kernel on a Xen without 32-bit PV: the message is misleading then.', {
        rules: ['kernel-needs-host-support'],
        options: ['kernel'],
      }),
      possible('The NUMA nodes of `vnuma`, or the pages of the size that is wanted, are not free.', { options: ['vnuma'] }),
    ],
  },
  {
    says: ["oom: can't allocate {other} pages{reason}", 'failed to allocate block ({number} bytes)', 'failed to mmap domU pages {other}'],
    meaning: 'dom0 has not enough memory of its own to put the kernel into the domain.',
    causes: [
      likely('dom0 is short of memory.'),
      possible('The kernel asks for an address far away, so that all below it would have to be filled.', { options: ['kernel'] }),
    ],
    look: ['dom0', 'host'],
  },
  {
    says: ['segment {other} too large ({reason})'],
    meaning: 'The {other} does not fit into the memory of the domain.',
    causes: [likely('`memory` is too small for kernel and ramdisk.', { options: ['memory', 'maxmem'] })],
    look: ['again'],
  },
  {
    says: ['not enough memory for initial mapping', 'Not enough memory for the kernel+dtb+initrd', 'Not enough RAM'],
    meaning: 'Kernel, ramdisk and page tables need more than the domain has.',
    causes: [certain('`memory` is too small.', { options: ['memory', 'maxmem'] })],
    look: ['again'],
  },
  {
    says: ['ram size is too large for guest address space', 'ram size is 0'],
    meaning: 'A domain on Arm cannot have this amount of memory.',
    causes: [certain('`memory` or `maxmem` is 0 or too large.', { options: ['memory', 'maxmem'] })],
    look: ['again'],
  },
  {
    says: ['cannot move L3 below 4G. extended-cr3 not supported by guest'],
    meaning: 'A 32-bit PV kernel needs memory below 4 GiB, and the host has none free.',
    causes: [likely('The kernel is old.', { options: ['kernel'] })],
  },
  {
    says: ['vNUMA memory pages mismatch ({other})', 'Cant set vnuma without initializing topology'],
    meaning: 'The NUMA nodes do not make up the memory of the domain.',
    causes: [certain('The sizes of `vnuma` and `maxmem` differ.', { rules: ['vnuma-mismatch'], options: ['vnuma', 'maxmem'] })],
    look: ['check'],
  },
  {
    says: [
      'failed to setup domU grant table',
      'failed to acquire d{domid} grant table',
      'failed to map d{domid} grant table',
      'failed to map domU grant table',
    ],
    meaning: 'The domain gets no grant tables, over which its devices would work.',
    causes: [
      possible('`max_grant_frames` is 0, or `max_grant_version` is one that the host does not have.', {
        options: ['max_grant_frames', 'max_grant_version'],
      }),
    ],
    look: ['hypervisor'],
  },
  {
    says: ["Not a Xen-ELF image: No ELF notes or '__xen_guest' section found"],
    meaning: 'The kernel has no notes for Xen.',
    causes: [certain('It is built without support for Xen, or stripped of its notes.', NOT_THIS_KIND)],
    look: ['kernel'],
  },
  {
    says: ['Will only load images built for the generic loader or Linux images (Not {reason}'],
    meaning: 'The kernel has notes, but none by which Xen would boot it.',
    causes: [certain('It is not a PV kernel; it may boot as PVH.', NOT_THIS_KIND)],
    look: ['kernel'],
  },
  {
    says: ["Xen will only load images built for Xen v3.0 (Not '{value}')"],
    meaning: 'The kernel is for another interface than that of Xen 3 and later.',
    causes: [certain('The kernel is very old or very odd.', NOT_THIS_KIND)],
    look: ['kernel'],
  },
  {
    says: ['ELF_PADDR_OFFSET set, VIRT_BASE unset', 'ELF start or entries are out of bounds', 'P->M table base is out of bounds'],
    meaning: 'The addresses in the notes of the kernel do not fit together.',
    causes: [likely('The kernel is not for this type of domain: Linux from 5.9 has no 32-bit PV, and may boot as PVH.', NOT_THIS_KIND)],
    look: ['kernel'],
  },
  {
    says: [
      'ELF: phdr overflow',
      'ELF: shdr overflow',
      'ELF: not an ELF binary',
      'program segments total to more than the input image size',
      'out of range access',
      'too many ELF notes',
    ],
    meaning: 'The ELF file is damaged.',
    causes: [certain('The image is not complete, or no kernel.', NOT_THIS_KIND)],
    look: ['kernel'],
  },
  {
    says: [
      'segment boundary too low ({reason})',
      "segment boundary isn't page aligned ({reason})",
      "segment start isn't page aligned ({reason})",
      'segment start too low ({reason})',
      'overlapping mappings',
      'too many mappings',
    ],
    meaning: 'The kernel asks for a layout of memory that cannot be.',
    causes: [likely('The kernel is not for this type of domain.', NOT_THIS_KIND)],
    look: ['kernel'],
  },
  {
    says: ['vNUMA page count mismatch ({reason})', 'Cannot enable vNUMA and PoD at the same time'],
    meaning: 'NUMA nodes and memory of the domain do not go together.',
    causes: [
      certain('The nodes have to make up `maxmem`, and `memory` has to be equal to it.', {
        rules: ['vnuma-mismatch', 'populate-on-demand-with-vnuma'],
        options: ['vnuma', 'maxmem'],
      }),
    ],
    look: ['check'],
  },
  {
    says: [
      'pin_table failed {reason}',
      'SETVCPUCONTEXT failed (rc={rc})',
      'SETHVMCONTEXT failed (rc={rc})',
      'HYPERCALL_INIT failed: {reason}',
      'SHADOW_OP_ENABLE {reason}',
    ],
    meaning: 'The hypervisor does not let the kernel start as the builder prepared it.',
    causes: [
      possible('A 32-bit PV kernel on a Xen without 32-bit PV, or one that is not for this type of domain.', {
        rules: ['kernel-needs-host-support', 'pv-kernel-not-xen'],
        options: ['kernel', 'type'],
      }),
    ],
    look: ['hypervisor', 'kernel'],
  },
]);
