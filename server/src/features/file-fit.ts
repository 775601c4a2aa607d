/** How well a file fits where its path is being written: by what it is, and by its name where nobody looked into it. */
import type { FolderEntry } from '../facts/folders';
import { judgeFor } from '../facts/gather';
import { KERNEL_NAME, NO_KERNELS, NO_RAMDISKS } from '../facts/image-kinds';
import { findKernelLoader } from '../facts/kernel-use';
import type { ImageFormat } from '../kernel/identify';
import type { ImageReport } from '../kernel/inspect';
import type { DomainModel } from '../model/domain-model';
import type { FileUse } from '../schema/value-types/named-file';

/** From what fits for certain to what certainly does not. */
export const FITS = ['fits', 'likely', 'unknown', 'unfit'] as const;
export type Fit = (typeof FITS)[number];

/** How files for a use are called; for some uses any name is as good. */
const NAMES: Readonly<Partial<Record<FileUse, RegExp>>> = {
  kernel: KERNEL_NAME,
  ramdisk: /^init(?:rd|ramfs|\.img)|\.cpio(?:\.\w+)?$|ramdisk|rootfs/i,
  disk: /\.(?:qcow2?|raw|img|vhd|qed|dsk|disk)$/i,
  disc: /\.iso$/i,
  firmware: /\.(?:bin|rom|fd)$|^(?:ovmf|seabios|bios|hvmloader)/i,
  'device-tree': /\.dtbo?$/i,
};

/** Uses for which it shows in the file whether it fits. */
const LOOKED_INTO: ReadonlySet<FileUse> = new Set(['kernel', 'ramdisk', 'disk', 'disc']);

const DISK_FORMATS: ReadonlySet<ImageFormat> = new Set(['disk-image', 'qcow2-image', 'vhd-image']);

/** How much a name promises, the most with the least; undefined where files for a use are not looked into. */
export function rankNameFor(use: FileUse): ((name: string) => number) | undefined {
  return LOOKED_INTO.has(use) ? (name) => (NAMES[use]?.test(name) === true ? 0 : 1) : undefined;
}

/** @param report what the file was found to be; undefined where nobody looked */
export function judgeFit(use: FileUse, { name, kind }: FolderEntry, report: ImageReport | undefined, model: DomainModel): Fit {
  if (use === 'folder') return 'unfit';
  if (kind === 'block-device') return use === 'disk' || use === 'disc' ? 'fits' : 'unfit';
  const known = report === undefined ? undefined : judgeReport(use, report, model);
  return known ?? (NAMES[use]?.test(name) === true ? 'likely' : 'unknown');
}

/** What the file itself says; undefined where that decides nothing. */
function judgeReport(use: FileUse, report: ImageReport, model: DomainModel): Fit | undefined {
  const { format } = report;
  switch (use) {
    case 'kernel':
      return judgeKernel(report, model);
    case 'ramdisk':
      return format === 'initrd' ? 'fits' : NO_RAMDISKS.has(format) ? 'unfit' : undefined;
    case 'disk':
      return DISK_FORMATS.has(format) ? 'fits' : undefined;
    case 'disc':
      return format === 'iso' ? 'fits' : 'unknown';
    default:
      return undefined;
  }
}

function judgeKernel(report: ImageReport, model: DomainModel): Fit | undefined {
  const loader = findKernelLoader(model);
  if (loader === undefined) return undefined;
  if (loader === 'qemu') {
    if (NO_KERNELS.has(report.format)) return 'unfit';
    return report.format === 'bzimage' || report.multiboot !== undefined ? 'fits' : undefined;
  }
  const { boots } = judgeFor(loader, report, model.target.xen);
  return boots === null ? 'unknown' : boots ? 'fits' : 'unfit';
}
