/** `xlcfg new`: makes the config of a domain from what flags say of it. */
import { message } from '../../text/message';
import type { Answers, LanguageService, NewDomain, Say, WantedTarget } from '../../language-service';
import { NOTHING_SAID, resolveSettings } from '../../project/resolve-settings';
import { oneLine } from '../printable';
import { ProjectReader } from '../project';
import { printJson } from '../reporters/json';
import { EXIT, type ExitStatus, type SourceText, type Terminal } from '../terminal';

export interface NewOptions {
  /** Of the config to write; standard output where there is none. */
  readonly path: string | undefined;
  /** Whether a file that is there may be replaced. */
  readonly isForced: boolean;
  readonly format: 'text' | 'json';
  readonly answers: Answers;
  /** The project file of `--config`. */
  readonly config: string | undefined;
}

/** Prints or writes the config; answers that will not do are reported, and nothing is made of them. */
export async function newConfig(service: LanguageService, terminal: Terminal, options: NewOptions): Promise<ExitStatus> {
  const { path, answers } = options;
  const projects = new ProjectReader(terminal, service.say, options.config);
  const wanted = resolveSettings(await projects.settingsFor(path ?? '-'), NOTHING_SAID, NOTHING_SAID).target;
  if (projects.hasFailed) return EXIT.usage;
  const made = make(service, answers, path, wanted);
  const isRefused = made.problems.some(({ isError }) => isError);
  if (options.format === 'json') terminal.print(printJson([toRecord(path, made, isRefused)]));
  else reportProblems(made, terminal, service.say);
  if (isRefused) return EXIT.usage;
  if (path !== undefined && path !== '-') return write(terminal, { ...options, path }, made.text, service.say);
  if (options.format === 'text') terminal.print(made.text);
  return EXIT.fine;
}

function reportProblems({ problems }: NewDomain, terminal: Terminal, say: Say): void {
  for (const { question, message: text, isError } of problems) {
    terminal.printError(`${isError ? '' : `${say(message('note'))}: `}--${question}: ${oneLine(text)}\n`);
  }
}

/** Nothing is made of answers that will not do. */
function toRecord(path: string | undefined, { text, problems }: NewDomain, isRefused: boolean): unknown {
  const described = problems.map(({ question, message: said, isError }) => ({
    question,
    message: said,
    severity: isError ? 'error' : 'information',
  }));
  return { path: path ?? '-', ...(isRefused ? {} : { text }), problems: described };
}

/** The domain is called like the file where nothing else is said, and the file like something that can be a name. */
function make(service: LanguageService, answers: Answers, path: string | undefined, wanted: WantedTarget): NewDomain {
  const name = /([^/\\]+?)(?:\.[a-z]+)?$/.exec(path ?? '')?.[1];
  const named =
    answers.name === undefined && name !== undefined && name !== '-' ? service.newDomain({ ...answers, name }, wanted) : undefined;
  const isNamed = named?.problems.every(({ question }) => question !== 'name') === true;
  return isNamed ? named : service.newDomain(answers, wanted);
}

async function write(
  terminal: Terminal,
  { path, isForced, format }: NewOptions & { readonly path: string },
  text: string,
  say: Say,
): Promise<ExitStatus> {
  const old = isForced ? await terminal.read(path) : undefined;
  if (old?.kind === 'unreadable') {
    terminal.printFailure(path, old);
    return EXIT.usage;
  }
  const problem = old?.kind === 'text' ? await terminal.replace(path, old, inEncodingOf(old, text)) : await terminal.create(path, text);
  if (problem !== undefined) {
    terminal.printError(`${oneLine(path)} ${say(problem)}\n`);
    return EXIT.usage;
  }
  if (format === 'text') terminal.print(`${say(message('{file} written', { file: oneLine(path) }))}\n`);
  return EXIT.fine;
}

/** The text whose bytes, in the encoding of what was there, are those of the text in UTF-8. */
function inEncodingOf({ encoding }: SourceText, text: string): string {
  if (encoding === 'utf8') return text;
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
