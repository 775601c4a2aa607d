/**
 * The verdict of Xen's domain builder of a release on an image (libxenguest: xg_dom_core.c,
 * xg_dom_elfloader.c, xg_dom_hvmloader.c, xg_dom_bzimageloader.c, libelf-dominfo.c). The
 * answers are for an upstream build with every decompressor and with 32-bit PV; what the
 * build of a host may lack is listed beside them.
 */
import { message, type Message } from '../text/message';
import type { ElfImage } from './elf';
import type { ImageReport, PayloadReport } from './inspect';
import { KNOWN_FEATURES, type XenNotes } from './xen-notes';

/** Minor number of a release of Xen 4; `Infinity` for what comes. */
export type XenMinor = number;

/** What the build of a host has to have. */
export type Need = 'pv32' | 'bzip2' | 'lzo' | 'zstd' | 'xz-big-dictionary';

export interface Verdict {
  /** `null` where Xen would start something that is hardly meant. */
  readonly boots: boolean | null;
  /** A sentence that says why not; undefined where it boots. */
  readonly reason: Message | undefined;
  readonly needs: readonly Need[];
}

const EM_386 = 3;
const EM_X86_64 = 62;
const EM_ARM = 40;
const X86_MACHINES: ReadonlySet<number> = new Set([EM_386, EM_X86_64]);
const MIB = 1024 * 1024;

/** Whether an image boots as a PV domain. */
export function judgePv(report: ImageReport, minor: XenMinor): Verdict {
  const early = judgeFile(report);
  if (early !== undefined) return early;
  const { multiboot, bzImage, elf } = report;
  if (multiboot !== undefined) return judgeMultiboot(multiboot.guest, multiboot.isSane);
  if (bzImage !== undefined) {
    return judgeBzImage(report, minor, (inner) => judgePvElf(inner, minor));
  }
  return elf === undefined ? refused(notAKernel(report)) : judgePvElf(elf, minor);
}

/** Whether an image boots as a PVH domain. */
export function judgePvh(report: ImageReport, minor: XenMinor): Verdict {
  const early = judgeFile(report);
  if (early !== undefined) return early;
  if (minor < 10) return { boots: null, reason: message('There is no PVH of this kind before Xen 4.10.'), needs: [] };
  const { multiboot, bzImage, elf } = report;
  if (multiboot !== undefined) return judgeMultibootAsPvh(judgeMultiboot(multiboot.guest, multiboot.isSane));
  if (elf?.hasSaneTables === true && findNoteProblem(elf, 'pvh', minor) !== undefined) return judgeBareElf(elf, minor);
  if (bzImage !== undefined) return judgeBzImage(report, minor, (inner) => judgePvhElf(inner, minor));
  return elf === undefined ? refused(notAKernel(report)) : judgePvhElf(elf, minor);
}

/** Whether the tools load an image on Arm. */
export function judgeArm(report: ImageReport): Verdict {
  const early = judgeFile(report);
  if (early !== undefined) return early;
  if (report.armMachine !== undefined) return { boots: true, reason: undefined, needs: [] };
  const { description } = report;
  return refused(
    message('It is not an Arm kernel that xl can load ({description}): those are an Image, an Image.gz or a zImage.', { description }),
  );
}

function refused(reason: Message): Verdict {
  return { boots: false, reason, needs: [] };
}

/** What the builder says before it looks for a loader. */
function judgeFile({ size, damage, isTooLarge }: ImageReport): Verdict | undefined {
  if (size === 0) return refused(message('The file is empty.'));
  if (isTooLarge) return { boots: null, reason: message('The file is too large to look into.'), needs: [] };
  if (size > 1024 * MIB) return refused(message('The file is larger than 1 GiB, which Xen does not load.'));
  return damage === undefined ? undefined : refused(message('The gzip file is damaged: {damage}.', { damage }));
}

function notAKernel({ description }: ImageReport): Message {
  return message('It is neither a bzImage nor an ELF file ({description}).', { description });
}

function judgeMultiboot(guest: string, isSane: boolean): Verdict {
  if (!isSane) return refused(message('The table of an old PV kernel in it has impossible addresses.'));
  if (guest === 'x86_32') return refused(message('It is a 32-bit PV kernel without PAE, which no Xen for x86-64 starts.'));
  return { boots: true, reason: undefined, needs: guest === 'x86_64' ? [] : ['pv32'] };
}

function judgeMultibootAsPvh(asPv: Verdict): Verdict {
  if (asPv.boots === false) return asPv;
  return { ...asPv, boots: null, reason: message('It has the table of an old PV kernel, which Xen would start as such.') };
}

const PROBLEMS = {
  protocol: message('Its boot protocol is older than 2.08, from which on the kernel can be taken out of a bzImage.'),
  'payload-offset': message('The file ends before the compressed kernel begins.'),
  'payload-length': message('The file ends inside the compressed kernel; it was copied only in part.'),
} as const;

function judgeBzImage({ bzImage }: ImageReport, minor: XenMinor, judgeElf: (elf: ElfImage) => Verdict): Verdict {
  if (bzImage?.problem !== undefined) return refused(PROBLEMS[bzImage.problem]);
  const payload = bzImage?.payload;
  if (payload === undefined) return refused(message('There is no compressed kernel in it.'));
  if (payload.isUnread) return { boots: null, reason: message('Nothing here can unpack {format}.', { format: payload.format }), needs: [] };
  const problem = findPayloadProblem(payload, minor);
  if (problem !== undefined) return refused(problem);
  if (payload.sizeFault === 'impossible')
    return {
      boots: null,
      reason: message('The size after the compressed kernel is impossible, so nothing here can unpack it.'),
      needs: [],
    };
  if (payload.elf === undefined) return refused(message('What is inside the bzImage is not an ELF file.'));
  const verdict = judgeElf(payload.elf);
  return { ...verdict, needs: [...needsOf(payload, minor), ...verdict.needs] };
}

/** The largest xz dictionary, with what the decoder needs beside it, in bytes. */
const XZ_EXTRA = 64 * 1024;
const OLD_XZ_LIMIT = 128 * MIB;
const NEW_XZ_LIMIT = 256 * MIB;

function findPayloadProblem(payload: PayloadReport, minor: XenMinor): Message | undefined {
  const { format, damage, dictionary = 0 } = payload;
  if (damage !== undefined) return message('The compressed kernel is damaged: {damage}.', { damage });
  const fault = findSizeFault(payload, minor);
  if (fault !== undefined) return message('The compressed kernel is damaged: {damage}.', { damage: SIZE_FAULTS[fault] });
  if (format === 'zstd' && minor < 15) return message('It is packed with zstd, which Xen can unpack since 4.15.');
  if (format === 'lz4' && minor < 11) return message('It is packed with LZ4, which Xen unpacks rightly since 4.11.4.');
  const memory = dictionary + XZ_EXTRA;
  if (memory > NEW_XZ_LIMIT) return message('It is packed with an xz dictionary that is larger than Xen takes.');
  // Debian has it in its 4.17 too.
  if (memory > OLD_XZ_LIMIT && minor < 17)
    return message('It is packed with an xz dictionary of more than 128 MiB, which Xen takes since 4.18.5 and 4.19.2.');
  return undefined;
}

const SIZE_FAULTS = {
  impossible: message('the size is impossible'),
  short: message('there is less than its size says'),
} as const;

/** What the size after a payload does to it in a release: not all look at it. */
function findSizeFault({ format, sizeFault }: PayloadReport, minor: XenMinor): keyof typeof SIZE_FAULTS | undefined {
  const isIgnored = minor < 16 && SIZE_IGNORED.has(format);
  // Xen's own decoder of LZ4 took what there was; liblz4 came with 4.22.
  const isHarmless = sizeFault === 'short' && format === 'lz4' && minor < 22;
  return isIgnored || isHarmless ? undefined : sizeFault;
}

/** Up to 4.15 these were unpacked to their end, however much that was. */
const SIZE_IGNORED: ReadonlySet<PayloadReport['format']> = new Set(['bzip2', 'lzma', 'xz', 'lzo']);

function needsOf({ format, dictionary = 0 }: PayloadReport, minor: XenMinor): readonly Need[] {
  if (format === 'bzip2' || format === 'lzo' || format === 'zstd') return [format];
  return dictionary + XZ_EXTRA > OLD_XZ_LIMIT && minor < 20 ? ['xz-big-dictionary'] : [];
}

function judgePvElf(elf: ElfImage, minor: XenMinor): Verdict {
  const problem = findTableProblem(elf, minor) ?? findNoteProblem(elf, 'pv', minor) ?? findPrivilegeProblem(elf);
  if (problem !== undefined) return refused(problem);
  if (elf.machine === EM_X86_64) return { boots: true, reason: undefined, needs: [] };
  if (elf.machine !== EM_386) return refused(message('It is a kernel for another machine.'));
  if (elf.notes.pae !== undefined) return { boots: true, reason: undefined, needs: ['pv32'] };
  return refused(message('It is a 32-bit PV kernel without PAE, which no Xen for x86-64 starts.'));
}

function judgePvhElf(elf: ElfImage, minor: XenMinor): Verdict {
  const problem = findTableProblem(elf, minor) ?? findNoteProblem(elf, 'pvh', minor) ?? findPrivilegeProblem(elf);
  if (problem !== undefined) return refused(problem);
  if (elf.notes.phys32Entry === undefined) return refused(message('It has no PVH entry point (PHYS32_ENTRY).'));
  return { boots: true, reason: undefined, needs: [] };
}

/** An ELF file without the notes goes to the loader that takes any 32-bit code. */
function judgeBareElf(elf: ElfImage, minor: XenMinor): Verdict {
  if (elf.bits !== 32) return refused(findNoteProblem(elf, 'pvh', minor) ?? message('It is not a PVH kernel.'));
  return { boots: null, reason: message('It is not a PVH kernel; Xen would start it as bare 32-bit code.'), needs: [] };
}

function findTableProblem(elf: ElfImage, minor: XenMinor): Message | undefined {
  if (!elf.hasSaneTables) return message('The ELF file is damaged: its tables reach beyond its end.');
  return minor < 13 && !elf.hasSectionNames
    ? message('The ELF file has no names of sections, without which Xen takes it since 4.13.')
    : undefined;
}

/** Why the notes do not make it a Xen kernel (libelf-dominfo.c, elf_xen_note_check and elf_xen_addr_calc_check). */
function findNoteProblem(elf: ElfImage, container: 'pv' | 'pvh', minor: XenMinor): Message | undefined {
  return findFeatureProblem(elf) ?? findIdentityProblem(elf, container, minor) ?? findAddressProblem(elf, container, minor);
}

function findFeatureProblem({ notes }: ElfImage): Message | undefined {
  const unknown = notes.requiredFeatures.find((name) => !KNOWN_FEATURES.has(name));
  return unknown === undefined ? undefined : message('It requires the feature `{unknown}`, which Xen does not know.', { unknown });
}

/** The loader for bare code does not look at this, and others do in the end. */
function findPrivilegeProblem({ notes }: ElfImage): Message | undefined {
  return notes.requiredFeatures.includes('dom0') ? message('It is a kernel for dom0 only.') : undefined;
}

function findIdentityProblem(elf: ElfImage, container: 'pv' | 'pvh', minor: XenMinor): Message | undefined {
  const { notes, machine } = elf;
  // Since 4.16 the old section counts for PV only.
  const isOldSection = elf.notesFrom === '__xen_guest' && container === 'pvh' && minor >= 16;
  const isFound = elf.hasNotes || (elf.notesFrom === '__xen_guest' && !isOldSection);
  if (!isFound) return X86_MACHINES.has(machine) ? message('It has no Xen notes, so it is not a Xen kernel.') : undefined;
  if (machine === EM_ARM) return undefined;
  // 4.10.1 to 4.15 looked at the PVH entry point for both kinds of domain.
  const entryCounts = minor >= 16 ? container === 'pvh' : minor >= 10;
  if (entryCounts && notes.phys32Entry !== undefined) return undefined;
  return findGuestProblem(isOldSection ? undefined : notes, container);
}

function findGuestProblem(notes: XenNotes | undefined, container: 'pv' | 'pvh'): Message | undefined {
  const isKnownGuest = notes?.loader?.startsWith('generic') === true || notes?.guestOs?.startsWith('linux') === true;
  if (isKnownGuest && notes.xenVersion?.startsWith('xen-3.0') === true) return undefined;
  if (isKnownGuest) return message('Its notes are for another interface than that of Xen 3.0 and later.');
  return container === 'pvh'
    ? message('It has no PVH entry point (PHYS32_ENTRY).')
    : message('Its notes are not those of a Xen PV kernel.');
}

function findAddressProblem(elf: ElfImage, container: 'pv' | 'pvh', minor: XenMinor): Message | undefined {
  const { notes } = elf;
  if ((container === 'pv' || minor < 18) && lacksBase(notes)) return message('Its notes give an offset of addresses but no base for it.');
  const { base, start, end, entry } = mapAddresses(elf, container === 'pvh' && minor >= 16);
  if (![start, entry].every((place) => place >= start && place <= end) || base > start)
    return message('Its entry point or its addresses are out of bounds.');
  if (notes.initP2m === undefined) return undefined;
  const p2m = BigInt(notes.initP2m);
  return start <= p2m && p2m < end ? message('Its table of pages lies inside the kernel.') : undefined;
}

function lacksBase({ paddrOffset, virtBase }: XenNotes): boolean {
  return paddrOffset !== undefined && virtBase === undefined;
}

interface Addresses {
  readonly base: bigint;
  readonly start: bigint;
  readonly end: bigint;
  readonly entry: bigint;
}

/** Where the kernel lies and begins: in virtual addresses, or for PVH since 4.16 in physical ones. */
function mapAddresses({ notes, notesFrom, entry, physicalStart, physicalEnd }: ElfImage, isPhysical: boolean): Addresses {
  const [start, end] = [BigInt(physicalStart), BigInt(physicalEnd)];
  if (isPhysical) return { base: 0n, start, end, entry: BigInt(notes.phys32Entry ?? entry) };
  const base = BigInt(notes.virtBase ?? 0);
  const paddrOffset = notesFrom === '__xen_guest' ? (notes.paddrOffset ?? notes.virtBase) : notes.paddrOffset;
  const map = (address: bigint): bigint => BigInt.asUintN(64, address + base - BigInt(paddrOffset ?? 0));
  return { base, start: map(start), end: map(end), entry: BigInt(notes.entry ?? entry) };
}

/** One line for people: what an image is. */
export function describeImage(report: ImageReport): Message {
  const { version, description, bzImage } = report;
  if (version === undefined) return description;
  const isLinux = /^\d/.test(version) && (bzImage === undefined || bzImage.payload?.elf !== undefined);
  return isLinux
    ? message('Linux {version}, {description}', { version, description })
    : message('{version}, {description}', { version, description });
}
