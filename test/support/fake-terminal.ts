/** A terminal in memory for tests of the command line. */
import { message, type Message } from '../../server/src/text/message';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { runProgram } from '../../server/src/cli/program';
import type { ReportMachine } from '../../server/src/cli/reporters/report-machine';
import type { Machine, ReadResult } from '../../server/src/cli/terminal';
import type { LanguageService } from '../../server/src/language-service';
import { service } from './check';
import { fakeFolders } from './fake-folders';
import { SAMPLE_FACTS } from './sample-facts';

export interface CliRun {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
  /** The files after the run. */
  readonly files: ReadonlyMap<string, string>;
}

export interface RunOptions {
  readonly isColored?: boolean;
  readonly unwritable?: readonly string[];
  /** What git says has changed. */
  readonly changed?: readonly string[];
  /** Says what is printed. */
  readonly speaker?: LanguageService;
}

const notWritten = (reason: Message): Message => message('is not written: {reason}', { reason });

/** The name of a file in the working directory, which is the root too. */
function relativeName(path: string): string {
  return path.replace(/^\/(?:work\/)?/, '');
}

function foldersAbove(path: string): readonly string[] {
  const folder = posix.dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
}

/** What reports need, without a machine. */
export const REPORT_MACHINE: ReportMachine = {
  version: '0.0.0',
  ruleUrl: (ruleId) => `file:///rules/${ruleId}.md`,
  checkoutPath: (path) => path,
  digest: (text) => createHash('sha256').update(text).digest('hex').slice(0, 32),
};

/** Runs the program over files that exist only here; `-` is standard input, a value of another kind is a file that cannot be read. */
export async function runCli(
  args: readonly string[],
  contents: Readonly<Record<string, string | ReadResult>> = {},
  { isColored = false, unwritable = [], changed, speaker = service }: RunOptions = {},
): Promise<CliRun> {
  const files = new Map(Object.entries(contents));
  let output = '';
  let errors = '';
  const machine: Machine = {
    ...REPORT_MACHINE,
    isColored,
    isWatched: false,
    folders: fakeFolders(files, changed),
    watchFolders: async () => 'stopped',
    stamp: () => '',
    forget: () => undefined,
    now: () => 0,
    openOutput: (path) => {
      let written = '';
      return {
        write: (text) => void (written += text),
        finish: () => {
          if (unwritable.includes(path)) return notWritten(message('permission denied'));
          files.set(path, written);
          return undefined;
        },
        abandon: () => undefined,
      };
    },
    readRulePage: async (ruleId) => ({ kind: 'text', text: readFileSync(`docs/rules/${ruleId}.md`, 'utf8'), encoding: 'utf8' }),
    read: async (path) => {
      const content = files.get(path) ?? files.get(relativeName(path));
      if (content === undefined) return { kind: 'missing' };
      return typeof content === 'string' ? { kind: 'text', text: content, encoding: 'utf8' } : content;
    },
    replace: async (path, _old, text) => {
      if (unwritable.includes(path)) return notWritten(message('permission denied'));
      files.set(path, text);
      return undefined;
    },
    create: async (path, text) => {
      if (files.has(path)) return notWritten(message('it is there already'));
      files.set(path, text);
      return undefined;
    },
    findUpwards: async (path, name) => {
      const names = [...foldersAbove(path), ...foldersAbove(relativeName(path))].map((folder) => posix.join(folder, name));
      return names.find((candidate) => files.has(candidate));
    },
    relativeTo: (base, file) => posix.relative(posix.resolve('/work', posix.dirname(base)), posix.resolve('/work', file)),
    resolveFrom: (base, path) => posix.resolve('/', posix.dirname(base), path),
    listBelow: async (path) => {
      const folder = posix.dirname(path);
      return [...files.keys()].map((file) => posix.relative(folder, file)).filter((file) => !file.startsWith('../'));
    },
    startHelpers: () => [],
    rest: () => Promise.resolve(),
    fileHost: () => ({ inspect: async () => ({ state: 'not-checked' }), listBeside: async () => [], hasPlace: async () => undefined }),
    inspectImage: async (path) => {
      const image = SAMPLE_FACTS.files.get(path);
      return image?.state === 'image' ? { kind: 'image', report: image.report } : { kind: 'missing' };
    },
    writeOutput: (text) => void (output += text),
    writeError: (text) => void (errors += text),
  };
  const status = await runProgram(args, speaker, machine);
  const texts = [...files].flatMap(([path, content]): [string, string][] => (typeof content === 'string' ? [[path, content]] : []));
  return { status, output, errors, files: new Map(texts) };
}
