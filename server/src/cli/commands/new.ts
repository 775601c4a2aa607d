/** `xlcfg new`: makes the config of a domain from what flags say of it. */
import { message } from '../../text/message';
import type { Answers, LanguageService, NewDomain, WantedTarget } from '../../language-service';
import { NOTHING_SAID, resolveSettings } from '../../project/resolve-settings';
import { oneLine } from '../printable';
import { ProjectReader } from '../project';
import { EXIT, type ExitStatus, type SourceText, type Terminal } from '../terminal';

export interface NewOptions {
  /** Of the config to write; standard output where there is none. */
  readonly path: string | undefined;
  /** Whether a file that is there may be replaced. */
  readonly isForced: boolean;
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
  for (const { question, message: text, isError } of made.problems) {
    terminal.printError(`${isError ? '' : `${service.say(message('note'))}: `}--${question}: ${oneLine(text)}\n`);
  }
  if (made.problems.some(({ isError }) => isError)) return EXIT.usage;
  if (path !== undefined && path !== '-') return write(terminal, path, made.text, options.isForced, service);
  terminal.print(made.text);
  return EXIT.fine;
}

/** The domain is called like the file where nothing else is said, and the file like something that can be a name. */
function make(service: LanguageService, answers: Answers, path: string | undefined, wanted: WantedTarget): NewDomain {
  const name = /([^/\\]+?)(?:\.[a-z]+)?$/.exec(path ?? '')?.[1];
  const named =
    answers.name === undefined && name !== undefined && name !== '-' ? service.newDomain({ ...answers, name }, wanted) : undefined;
  const isNamed = named?.problems.every(({ question }) => question !== 'name') === true;
  return isNamed ? named : service.newDomain(answers, wanted);
}

async function write(terminal: Terminal, path: string, text: string, isForced: boolean, { say }: LanguageService): Promise<ExitStatus> {
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
  terminal.print(`${say(message('{file} written', { file: oneLine(path) }))}\n`);
  return EXIT.fine;
}

/** The text whose bytes, in the encoding of what was there, are those of the text in UTF-8. */
function inEncodingOf({ encoding }: SourceText, text: string): string {
  if (encoding === 'utf8') return text;
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
