/** What the command line needs of the machine it runs on, and how commands speak to whoever called them. */
import type { FileHost, ImageReport, Say } from '../language-service';
import { message, type Message } from '../text/message';
import type { CheckedShare, CheckOptions, ConfigSource } from './checked-share';
import { type Output, renderOutput } from './output';
import { oneLine } from './printable';
import type { ReportMachine } from './reporters/report-machine';

/** Why something has no content; `reason` is a phrase such as "is a directory". */
export type Failure = { readonly kind: 'missing' } | { readonly kind: 'unreadable'; readonly reason: Message };

/** A local file looked into, or why it was not. */
export type InspectedImage = { readonly kind: 'image'; readonly report: ImageReport } | Failure;

/** A failure as a phrase. */
export function reasonOf(failure: Failure): Message {
  return failure.kind === 'missing' ? message('no such file') : failure.reason;
}

export interface SourceText {
  readonly text: string;
  /** The one to write the text back in, so that every byte that was not changed stays. */
  readonly encoding: 'utf8' | 'latin1';
}

/** A file's text, or why there is none. */
export type ReadResult = ({ readonly kind: 'text' } & SourceText) | Failure;

/** What a name leads to, after links. */
export type FileKind = 'file' | 'folder' | 'other';

export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind | 'link';
}

/** The folders of the machine, for arguments that name more than one file. Paths that come out of them have `/` everywhere. */
export interface Folders {
  /** What is in a folder. */
  list(path: string): Promise<readonly FolderEntry[] | Failure>;
  /** What a path leads to; undefined where there is nothing. */
  look(path: string): Promise<FileKind | undefined>;
  /** The absolute path without any links; the path itself where there is none. */
  realPath(path: string): Promise<string>;
  /** The absolute path. */
  absolute(path: string): string;
  /** The path with `/`. */
  slashed(path: string): string;
  /**
   * The absolute paths of files that differ from a commit, with those that git does not know yet.
   * @param reference what they are compared with, where the branch left it; the last commit when left out
   * @returns why that cannot be said, as a sentence
   */
  changedSince(reference: string | undefined): Promise<ReadonlySet<string> | Message>;
}

/** A file that is written piece by piece, and takes its name when it is whole. */
export interface OutputFile {
  write(text: string): void;
  /** @returns why there is no file: a phrase such as "is not written: permission denied" */
  finish(): Message | undefined;
  /** Leaves nothing behind. */
  abandon(): void;
}

export interface Machine extends ReportMachine {
  /** Whether standard output shows colours, as far as the machine tells. */
  readonly isColored: boolean;
  /** Whether somebody looks at standard error. */
  readonly isWatched: boolean;
  readonly folders: Folders;
  /** Ends with the next change in one of the folders, or when the person stops the program. */
  watchFolders(folders: readonly string[]): Promise<'changed' | 'stopped'>;
  /** What changes with a file; empty where there is none. */
  stamp(path: string): string;
  /** Makes that what was looked up is looked up again. */
  forget(): void;
  /** Milliseconds that have passed since some moment. */
  now(): number;
  /** Begins a file that may be there already. */
  openOutput(path: string): OutputFile;
  /** The page of a rule, in Markdown. */
  readRulePage(ruleId: string): Promise<ReadResult>;
  /** Reads a regular file, or standard input for `-`. */
  read(path: string): Promise<ReadResult>;
  /**
   * Puts a text in the place of what was read from a file; all of it, or nothing.
   * @returns why the file is as it was: a phrase such as "has changed meanwhile"
   */
  replace(path: string, old: SourceText, text: string): Promise<Message | undefined>;
  /**
   * Writes a file that is not there yet; all of it, or nothing.
   * @returns why there is no new file
   */
  create(path: string, text: string): Promise<Message | undefined>;
  /** The nearest file of that name in the folder of `path` or above it. */
  findUpwards(path: string, name: string): Promise<string | undefined>;
  /** The path of `file` relative to the folder that holds `base`, with `/`. */
  relativeTo(base: string, file: string): string;
  /** The absolute path of something that is written relative to the folder that holds `base`. */
  resolveFrom(base: string, path: string): string;
  /** The regular files beside a file and below, by their paths from there, with `/`; not more than can be looked through. */
  listBelow(path: string): Promise<readonly string[]>;
  /** Looks at files that configs name. `roots` are absolute local folders for paths of dom0. */
  fileHost(roots: Readonly<Record<string, string>>): FileHost;
  /** What a local file is as a kernel image. */
  inspectImage(path: string): Promise<InspectedImage>;
  /** Ends when everything else that waits has had its turn, such as answers of helpers. */
  rest(): Promise<void>;
  /** Starts who else can check files, so many at the most; each is to be ended. */
  startHelpers(options: CheckOptions, atMost: number): readonly CheckHelper[];
  /** Writes to standard output, as it is. */
  writeOutput(text: string, encoding: SourceText['encoding']): void;
  /** Writes to standard error, as it is. */
  writeError(text: string): void;
}

/** Somebody else who checks files under the same options. */
export interface CheckHelper {
  check(sources: readonly ConfigSource[]): Promise<CheckedShare>;
  end(): void;
}

export interface Terminal extends Omit<Machine, 'writeOutput' | 'writeError' | 'startHelpers' | 'rest'> {
  /** The text for this terminal. */
  render(output: Output | string): string;
  print(output: Output | string): void;
  printError(output: Output | string): void;
  /** Says on standard error why a file could not be read or written. */
  printFailure(path: string, failure: Failure): void;
  /** Gives a text back as it is, for a filter. */
  passOn(source: SourceText): void;
}

/** A terminal over a machine, which nothing that is printed can command. */
export function createTerminal(machine: Machine, say: Say): Terminal {
  const printError = (output: Output | string): void => {
    machine.writeError(renderOutput(output, machine.isColored));
  };
  return {
    ...machine,
    render: (output) => renderOutput(output, machine.isColored),
    print: (output) => machine.writeOutput(renderOutput(output, machine.isColored), 'utf8'),
    printError,
    printFailure: (path, failure) => {
      printError(`${oneLine(path)}: ${oneLine(say(reasonOf(failure)))}\n`);
    },
    passOn: ({ text, encoding }) => machine.writeOutput(text, encoding),
  };
}

/** The exit statuses of every command. */
export const EXIT = { fine: 0, findings: 1, usage: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
