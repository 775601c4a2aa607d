/** What is known of a kernel image, for people and for programs. */
import { minorOf } from '../facts/gather';
import type { ElfImage } from '../kernel/elf';
import type { ImageReport } from '../kernel/inspect';
import { describeImage, judgeArm, judgePv, judgePvh, type Need, type Verdict } from '../kernel/judge';
import type { XenNotes } from '../kernel/xen-notes';
import type { Target } from '../schema/target';
import { literal, sentence } from './markdown';

export interface ImageVerdicts {
  /** One phrase for people. */
  readonly description: string;
  readonly format: string;
  readonly compression: string | null;
  readonly version: string | null;
  readonly pv: Verdict;
  readonly pvh: Verdict;
  readonly arm: Verdict;
  readonly notes: Partial<XenNotes>;
}

/** The verdicts of the builder of a release. */
export function judgeImage(report: ImageReport, { xen }: Target): ImageVerdicts {
  const minor = minorOf(xen);
  const payload = report.bzImage?.payload?.format;
  return {
    description: describeImage(report),
    format: report.format,
    compression: payload === undefined || payload === 'unknown' ? (report.outerCompression ?? null) : payload,
    version: report.version ?? null,
    pv: judgePv(report, minor),
    pvh: judgePvh(report, minor),
    arm: judgeArm(report),
    notes: elfOf(report)?.notes ?? {},
  };
}

function elfOf({ bzImage, elf }: ImageReport): ElfImage | undefined {
  return bzImage?.payload?.elf ?? elf;
}

const NEEDS: Readonly<Record<Need, string>> = {
  pv32: '32-bit PV guests',
  bzip2: 'bzip2',
  lzo: 'LZO',
  zstd: 'zstd',
  'xz-big-dictionary': 'an xz dictionary of more than 128 MiB',
};

/** The same under the name of the file. */
export function imagePage(fileName: string, report: ImageReport, target: Target): string {
  return `# ${literal(fileName)}\n\n${imageMarkdown(report, target)}\n`;
}

/** What there is to say about an image, for a target. */
export function imageMarkdown(report: ImageReport, target: Target): string {
  const verdicts = judgeImage(report, target);
  const rows =
    target.arch === 'arm'
      ? [verdictRow('Arm domain', verdicts.arm)]
      : [verdictRow('PV domain', verdicts.pv), verdictRow('PVH domain', verdicts.pvh)];
  const table = ['| Xen ' + target.xen + ' | boots | |', '| --- | --- | --- |', ...rows].join('\n');
  const notes = Object.entries(verdicts.notes).filter(([, value]) => String(value) !== '');
  const noteTable = ['| Xen note | |', '| --- | --- |', ...notes.map(([name, value]) => `| ${name} | ${literal(String(value))} |`)];
  return [`**${literal(verdicts.description)}**`, table, ...(notes.length === 0 ? [] : [noteTable.join('\n')])].join('\n\n');
}

function verdictRow(kind: string, { boots, reason, needs }: Verdict): string {
  const answer = boots === null ? 'unclear' : boots ? 'yes' : 'no';
  const needed = needs.length === 0 ? '' : `Xen has to be built with ${needs.map((need) => NEEDS[need]).join(' and ')}.`;
  return `| ${kind} | ${answer} | ${reason === undefined ? needed : sentence(reason)} |`;
}
