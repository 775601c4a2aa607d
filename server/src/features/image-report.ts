/** What is known of a kernel image, for people and for programs. */
import { minorOf } from '../facts/gather';
import type { ElfImage } from '../kernel/elf';
import type { ImageReport } from '../kernel/inspect';
import { describeImage, judgeArm, judgePv, judgePvh, type Need, type Verdict } from '../kernel/judge';
import type { XenNotes } from '../kernel/xen-notes';
import type { Say } from '../messages/say';
import { message, type Message, type Word } from '../text/message';
import type { Target } from '../schema/target';
import { literal, sentence } from './markdown';

/** A verdict as it is shown. */
export interface ShownVerdict extends Omit<Verdict, 'reason'> {
  readonly reason: string | undefined;
}

export interface ImageVerdicts {
  /** One phrase for people. */
  readonly description: string;
  readonly format: string;
  readonly compression: string | null;
  readonly version: string | null;
  readonly pv: ShownVerdict;
  readonly pvh: ShownVerdict;
  readonly arm: ShownVerdict;
  readonly notes: Partial<XenNotes>;
}

/** The verdicts of the builder of a release. */
export function judgeImage(report: ImageReport, { xen }: Target, say: Say): ImageVerdicts {
  const show = ({ reason, ...verdict }: Verdict): ShownVerdict => ({ ...verdict, reason: reason === undefined ? undefined : say(reason) });
  const minor = minorOf(xen);
  const payload = report.bzImage?.payload?.format;
  return {
    description: say(describeImage(report)),
    format: report.format,
    compression: payload === undefined || payload === 'unknown' ? (report.outerCompression ?? null) : payload,
    version: report.version ?? null,
    pv: show(judgePv(report, minor)),
    pvh: show(judgePvh(report, minor)),
    arm: show(judgeArm(report)),
    notes: elfOf(report)?.notes ?? {},
  };
}

function elfOf({ bzImage, elf }: ImageReport): ElfImage | undefined {
  return bzImage?.payload?.elf ?? elf;
}

const NEEDS: Readonly<Record<Need, Word>> = {
  pv32: message('32-bit PV guests'),
  bzip2: 'bzip2',
  lzo: 'LZO',
  zstd: 'zstd',
  'xz-big-dictionary': message('an xz dictionary of more than 128 MiB'),
};

/** The same under the name of the file. */
export function imagePage(fileName: string, report: ImageReport, target: Target, say: Say): string {
  return `# ${literal(fileName)}\n\n${imageMarkdown(report, target, say)}\n`;
}

/** What there is to say about an image, for a target. */
export function imageMarkdown(report: ImageReport, target: Target, say: Say): string {
  const verdicts = judgeImage(report, target, say);
  const rows =
    target.arch === 'arm'
      ? [verdictRow(message('Arm domain'), verdicts.arm, say)]
      : [verdictRow(message('PV domain'), verdicts.pv, say), verdictRow(message('PVH domain'), verdicts.pvh, say)];
  const table = [`| Xen ${target.xen} | ${say(message('boots'))} | |`, '| --- | --- | --- |', ...rows].join('\n');
  const notes = Object.entries(verdicts.notes).filter(([, value]) => String(value) !== '');
  const noteTable = [
    `| ${say(message('Xen note'))} | |`,
    '| --- | --- |',
    ...notes.map(([name, value]) => `| ${name} | ${literal(String(value))} |`),
  ];
  return [`**${literal(verdicts.description)}**`, table, ...(notes.length === 0 ? [] : [noteTable.join('\n')])].join('\n\n');
}

function verdictRow(kind: Message, { boots, reason, needs }: ShownVerdict, say: Say): string {
  const answer = say(boots === null ? message('unclear') : boots ? message('yes') : message('no'));
  const wanted = needs.map((need) => say(NEEDS[need])).join(', ');
  const needed = needs.length === 0 ? '' : say(message('Xen has to be built with {wanted}.', { wanted }));
  return `| ${say(kind)} | ${answer} | ${reason === undefined ? needed : sentence(reason)} |`;
}
