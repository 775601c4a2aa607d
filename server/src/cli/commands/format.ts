/** `xlcfg format`: lays out configs. */
import { type Analysis, completeStyle, type LanguageService, settingsOfFile } from '../../language-service';
import { NOTHING_SAID, resolveSettings } from '../../project/resolve-settings';
import { message, type Message } from '../../text/message';
import { applyEdits, type TextEdit } from '../../text/text-edit';
import { isConfig } from '../config-files';
import { EditorConfigReader, layoutOf } from '../editor-config';
import { ConfigFinder, NOTHING_FOUND } from '../files/find-configs';
import { oneLine } from '../printable';
import { ProjectReader } from '../project';
import { printJson } from '../reporters/json';
import { EXIT, type ExitStatus, type Failure, reasonOf, type SourceText, type Terminal } from '../terminal';
import { unifiedDiff } from '../unified-diff';

export interface FormatFlags {
  readonly format: 'text' | 'json';
  /** Nothing is written; the exit status tells whether something would be. */
  readonly check: boolean;
  /** Nothing is written; what would be is shown. */
  readonly diff: boolean;
  readonly config: string | undefined;
  /** Where the text of standard input would lie. */
  readonly stdinFilename: string | undefined;
}

/** How it went with a file. */
type Outcome = 'changed' | 'unchanged' | 'left-alone' | 'failed';

interface FormattedFile {
  readonly path: string;
  readonly outcome: Outcome;
  /** Why, where it was left alone or failed. */
  readonly reason?: Message;
}

type FileKind = Analysis['model']['fileKind'];

const WHY_ALONE: Readonly<Record<FileKind, Message>> = {
  config: message('xl refuses it, and it does not look like a config'),
  template: message('it is a template'),
  python: message('it is a Python program'),
  'too-large': message('it is too long to be read'),
};

/** Lays out the files, and the configs in the folders, and says how it went. */
export async function format(
  service: LanguageService,
  terminal: Terminal,
  paths: readonly string[],
  flags: FormatFlags,
): Promise<ExitStatus> {
  const formatter = new FileFormatter(service, terminal, flags);
  const files: FormattedFile[] = [];
  const { sources, problems } = await new ConfigFinder(terminal, formatter.projects).find(paths);
  for (const { parts, isDoubtful } of sources.values()) {
    for (const path of parts) files.push(...(await formatter.format(path, isDoubtful !== true)));
  }
  for (const { argument, reason } of problems) files.push(formatter.fail(argument, { kind: 'unreadable', reason }));
  const isNothing = files.length === 0;
  if (isNothing) terminal.printError(`${service.say(NOTHING_FOUND)}\n`);
  const report = flags.format === 'json' ? printJson(files.map((file) => toRecord(service, file))) : toText(service, files, flags);
  if (isOutputTaken(paths, flags)) terminal.printError(report);
  else terminal.print(report);
  if (isNothing || formatter.hasFailed || files.some(({ outcome }) => outcome === 'failed')) return EXIT.usage;
  return flags.check && files.some(({ outcome }) => outcome === 'changed') ? EXIT.findings : EXIT.fine;
}

/** Whether the text of standard input, or a diff, goes to standard output, so that nothing else can. */
function isOutputTaken(paths: readonly string[], { format: output, check, diff }: FormatFlags): boolean {
  return diff ? output === 'text' : paths.includes('-') && !check;
}

class FileFormatter {
  private readonly service: LanguageService;
  private readonly terminal: Terminal;
  private readonly flags: FormatFlags;
  readonly projects: ProjectReader;
  private readonly editorConfigs: EditorConfigReader;

  constructor(service: LanguageService, terminal: Terminal, flags: FormatFlags) {
    this.service = service;
    this.terminal = terminal;
    this.flags = flags;
    this.projects = new ProjectReader(terminal, service.say, flags.config);
    this.editorConfigs = new EditorConfigReader(terminal);
  }

  /** A project file could not be read, or not all of it. */
  get hasFailed(): boolean {
    return this.projects.hasFailed;
  }

  /**
   * Lays out one file.
   * @param isNamed it is meant, by an argument or by its own name, whatever it looks like
   * @returns nothing for what turns out to be no config, unless it was named
   */
  async format(path: string, isNamed: boolean): Promise<readonly FormattedFile[]> {
    const read = await this.terminal.read(path);
    if (read.kind !== 'text') return [this.fail(path, read)];
    if (!isNamed && !isConfig(this.service.detect(read.text))) return [];
    const place = path === '-' ? (this.flags.stdinFilename ?? './-') : path;
    const settings = { ...settingsOfFile(place), ...resolveSettings(await this.projects.settingsFor(place), NOTHING_SAID, NOTHING_SAID) };
    const { indent, finalNewline, lineLength } = layoutOf(await this.editorConfigs.propertiesFor(place));
    const style = completeStyle(settings.format, { printWidth: lineLength });
    const analysis = this.service.analyze(read.text, settings);
    const edits = this.service.format(analysis, { ...style, indent, finalNewline, lineEnd: '\n' });
    const reason = await this.giveBack(path, read, edits ?? []);
    if (reason !== undefined) return [this.fail(path, { kind: 'unreadable', reason })];
    return [
      edits === undefined ? this.leaveAlone(path, analysis.model.fileKind) : { path, outcome: edits.length > 0 ? 'changed' : 'unchanged' },
    ];
  }

  /** Says why a file, or an argument, was not laid out. */
  fail(path: string, failure: Failure): FormattedFile {
    this.terminal.printFailure(path, failure);
    return { path, outcome: 'failed', reason: reasonOf(failure) };
  }

  private leaveAlone(path: string, kind: FileKind): FormattedFile {
    const reason = message('is left alone: {why}', { why: WHY_ALONE[kind] });
    this.terminal.printError(`${oneLine(path)}: ${oneLine(this.service.say(reason))}\n`);
    return { path, outcome: kind === 'too-large' ? 'failed' : 'left-alone', reason };
  }

  /** @returns why the file could not be written */
  private async giveBack(path: string, source: SourceText, edits: readonly TextEdit[]): Promise<Message | undefined> {
    const { check, diff } = this.flags;
    if (diff && edits.length > 0 && this.flags.format === 'text') {
      this.terminal.print(unifiedDiff(path === '-' ? (this.flags.stdinFilename ?? path) : path, source.text, edits));
    }
    if (check || diff) return undefined;
    const text = applyEdits(source.text, edits);
    if (path === '-') this.terminal.passOn({ text, encoding: source.encoding });
    else if (text !== source.text) return this.terminal.replace(path, source, text);
    return undefined;
  }
}

function toRecord({ say }: LanguageService, { path, outcome, reason }: FormattedFile): unknown {
  if (outcome === 'failed') return { path, problem: reason === undefined ? '' : say(reason) };
  return { path, changed: outcome === 'changed', ...(outcome === 'left-alone' && reason !== undefined ? { leftAlone: say(reason) } : {}) };
}

function toText({ say }: LanguageService, files: readonly FormattedFile[], { check, diff }: FormatFlags): string {
  const [changed, read] = [files.filter(({ outcome }) => outcome === 'changed'), files.filter(({ outcome }) => outcome !== 'failed')];
  const isDry = check || diff;
  const lines = changed.map(({ path }) => message(isDry ? '{path}: would be formatted' : '{path}: formatted', { path: oneLine(path) }));
  const counts = { changed: String(changed.length), all: String(read.length) };
  const summary = isDry
    ? message('{changed} of {all} files would be formatted', counts)
    : message('{changed} of {all} files formatted', counts);
  return [...lines, summary].map((line) => `${say(line)}\n`).join('');
}
