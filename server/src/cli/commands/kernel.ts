/** `xlcfg kernel`: says what images are, and for which domains they boot. */
import { message } from '../../text/message';
import type { ImageVerdicts, LanguageService, Say, Target } from '../../language-service';
import { oneLine } from '../printable';
import { printJson } from '../reporters/json';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

interface JudgedFile extends ImageVerdicts {
  readonly path: string;
  readonly size: number;
}

/** Looks into each file and prints what it is. */
export async function kernel(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  { format, target }: { readonly format: 'text' | 'json'; readonly target: Target },
): Promise<ExitStatus> {
  const files: JudgedFile[] = [];
  for (const path of paths) {
    const file = await terminal.inspectImage(path);
    if (file.kind === 'image') files.push({ path, size: file.report.size, ...service.judgeImage(file.report, target) });
    else terminal.printFailure(path, file);
  }
  terminal.print(format === 'json' ? printJson(files.map(toRecord)) : files.map((file) => toText(file, target, service.say)).join(''));
  return files.length < paths.length ? EXIT.usage : EXIT.fine;
}

function toRecord({ pv, pvh, arm, ...file }: JudgedFile): unknown {
  const verdict = ({ boots, reason, needs }: ImageVerdicts['pv']): unknown => ({ boots, reason: reason ?? null, needs });
  return { ...file, pv: verdict(pv), pvh: verdict(pvh), arm: verdict(arm) };
}

function toText({ path, description, pv, pvh, arm, notes }: JudgedFile, { arch }: Target, say: Say): string {
  const verdicts: readonly (readonly [string, ImageVerdicts['pv']])[] =
    arch === 'arm'
      ? [['Arm', arm]]
      : [
          ['PV', pv],
          ['PVH', pvh],
        ];
  const lines = verdicts.map(([kind, { boots, reason, needs }]) => {
    const answer = say(boots === null ? message('unclear') : boots ? message('boots') : message('does not boot'));
    const needed = needs.length === 0 ? '' : ` (${say(message('the build of Xen has to have {needs}', { needs: needs.join(', ') }))})`;
    return `  ${kind}: ${answer}${needed}${reason === undefined ? '' : `. ${oneLine(reason)}`}\n`;
  });
  const listed = Object.entries(notes).filter(([, value]) => String(value) !== '');
  const listedLines = listed.map(([name, value]) => `  ${name}: ${oneLine(String(value))}\n`);
  return `${oneLine(path)}: ${oneLine(description)}\n${lines.join('')}${listedLines.join('')}`;
}
