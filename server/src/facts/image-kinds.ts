/** What an image certainly is none of, whatever its name says. */
import type { ImageFormat } from '../kernel/identify';

/** What nothing starts as a kernel; of other kinds QEMU may know one. */
export const NO_KERNELS: ReadonlySet<ImageFormat> = new Set([
  'iso',
  'disk-image',
  'qcow2-image',
  'vhd-image',
  'vmdk-image',
  'boot-sector',
  'initrd',
  'script',
  'text',
  'empty',
]);

/** An initial ramdisk can be packed in many ways. */
export const NO_RAMDISKS: ReadonlySet<ImageFormat> = new Set([
  'bzimage',
  'elf64',
  'elf32',
  'arm64-image',
  'arm-zimage',
  'efi',
  'efi-zboot',
  'iso',
  'qcow2-image',
  'vhd-image',
  'vmdk-image',
  'boot-sector',
  'script',
  'empty',
]);

/** How kernels are called. */
export const KERNEL_NAME = /^(?:vmlinu[xz]|kernel|[bz]?Image|grub-.*xen|gnumach)/;
