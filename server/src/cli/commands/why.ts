/** `xlcfg why`: explains what Xen's programs say, and shows where a config causes it. */
import type { ExplainedCause, ExplainedError, ExplainedLog, LanguageService, Say, Target } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import { message } from '../../text/message';
import { type CheckedFile, ConfigLoader } from '../config-files';
import type { Output, StyledText } from '../output';
import { oneLine, printableJson } from '../printable';
import { excerptAt } from '../reporters/excerpt';
import { JSON_VERSION } from '../reporters/json';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

export interface WhyOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly target: Partial<Target>;
  readonly config: string | undefined;
}

/**
 * Explains a message or a log.
 * @param text what was said; `-` for standard input
 * @param path the config that it is about
 */
export async function why(
  service: LanguageService,
  terminal: Terminal,
  { text, path }: { readonly text: string; readonly path: string | undefined },
  { format, target, config }: WhyOptions,
): Promise<ExitStatus> {
  const log = text === '-' ? await readInput(terminal) : text;
  if (log === undefined) return EXIT.usage;
  const loaded =
    path === undefined ? undefined : await new ConfigLoader(service, terminal, { target, config }).load([path], (file) => file);
  const explained = print(service, terminal, log, loaded?.files[0], format);
  if (loaded?.hasFailed === true) return EXIT.usage;
  return explained.messages.some(({ program }) => program !== undefined) ? EXIT.fine : EXIT.findings;
}

function print(
  service: LanguageService,
  terminal: Terminal,
  log: string,
  file: CheckedFile | undefined,
  format: WhyOptions['format'],
): ExplainedLog {
  const explained = service.explainErrors(log, file?.analysis);
  if (format === 'markdown') terminal.print(service.errorPage(explained, file?.analysis));
  else if (format === 'json') terminal.print(printableJson(`${JSON.stringify(toRecord(explained, file), undefined, 2)}\n`));
  else terminal.print(toText(explained, file, service.say));
  return explained;
}

async function readInput(terminal: Terminal): Promise<string | undefined> {
  const read = await terminal.read('-');
  if (read.kind === 'text') return read.text;
  terminal.printFailure('-', read);
  return undefined;
}

function toRecord({ messages, omitted, isCut }: ExplainedLog, file: CheckedFile | undefined): unknown {
  const lines = file === undefined ? undefined : new LineIndex(file.text);
  const toCause = ({ text, certainty, ruleId, range }: ExplainedCause): unknown => ({
    text,
    certainty,
    ...(ruleId === undefined ? {} : { ruleId }),
    ...(range === undefined || lines === undefined ? {} : { range: lines.lineRange(range) }),
  });
  return {
    version: JSON_VERSION,
    ...(file === undefined ? {} : { path: file.path }),
    messages: messages.map(({ message: text, program, stage, meaning, isWarning, causes, look }) => ({
      message: text,
      program: program ?? null,
      stage: stage ?? null,
      meaning,
      warning: isWarning,
      causes: causes.map(toCause),
      look,
    })),
    omitted,
    cut: isCut,
  };
}

function toText({ messages, notes }: ExplainedLog, file: CheckedFile | undefined, say: Say): Output {
  const lines = file === undefined ? undefined : new LineIndex(file.text);
  const blocks = messages.flatMap((each, index) => [...(index === 0 ? [] : ['\n']), ...describe(each, file, lines, say)]);
  return [...blocks, ...notes.map((note) => `${note}\n`)];
}

function describe(error: ExplainedError, file: CheckedFile | undefined, lines: LineIndex | undefined, say: Say): Output {
  const { message: text, meaning, causes, look, speaker, effect } = error;
  const from = speaker === undefined ? '' : ` (${speaker}${effect === undefined ? '' : `: ${effect}`})`;
  return [
    { text: oneLine(text), style: 'bold' },
    faint(from),
    `\n${oneLine(meaning)}\n`,
    ...causes.flatMap((cause, index) => describeCause(cause, index, isShownAgain(causes, index) ? undefined : file, lines)),
    ...(look.length === 0 ? [] : [`${say(message('Where to look next'))}:\n`, ...look.map((each) => `  ${oneLine(each)}\n`)]),
  ];
}

/** Several causes can lie at one place, which is shown once. */
function isShownAgain(causes: readonly ExplainedCause[], index: number): boolean {
  const own = causes[index];
  return causes.slice(0, index).some(({ range, ruleId }) => range?.start === own?.range?.start && ruleId === own?.ruleId);
}

function describeCause(
  { text, likelihood, certainty, ruleId, range }: ExplainedCause,
  index: number,
  file: CheckedFile | undefined,
  lines: LineIndex | undefined,
): Output {
  const style = certainty === 'certain' ? 'red' : certainty === 'likely' ? 'yellow' : 'cyan';
  const head: Output = [`  ${index + 1}. `, { text: likelihood, style }, `: ${oneLine(text)}`];
  if (range === undefined || file === undefined || lines === undefined) return [...head, '\n'];
  const { line, character } = lines.positionAt(range.start);
  const { source, indent, carets } = excerptAt(file.text, lines, range);
  const rule = ruleId === undefined ? '' : ` (${ruleId})`;
  return [
    ...head,
    faint(`${rule}\n     ${oneLine(file.path)}:${line + 1}:${character + 1}\n`),
    faint(`${String(line + 1).padStart(5)} |`),
    ` ${source}\n`,
    faint('      |'),
    ` ${indent}`,
    { text: carets, style },
    '\n',
  ];
}

function faint(text: string): StyledText {
  return { text, style: 'faint' };
}
