/** Runs xl on this machine, for a person who asked for it: no shell, no words of its own from a workspace, and not for ever. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export interface FinishedRun {
  readonly kind: 'finished';
  readonly status: number;
  readonly output: string;
  /** What it says to people. */
  readonly messages: string;
}

export type XlRun =
  | FinishedRun
  /** There is no such program. */
  | { readonly kind: 'missing' }
  /** It was ended: it took too long, said too much, or nobody wanted to know any more. */
  | { readonly kind: 'ended' }
  /** The path is neither a name, which is looked for in PATH, nor absolute. */
  | { readonly kind: 'bad-path' };

/** Milliseconds, and characters. */
const PATIENCE = 20_000;
const MAX_OUTPUT = 64 * 1024 * 1024;
const CRASHED = 139;

/** A text of the editor, and how its file is called. */
export interface EditedFile {
  readonly text: string;
  readonly name: string;
  /** The command of xl that reads such a file. */
  readonly command: 'create' | 'cpupool-create';
}

/** What a dry run of xl says of a text, which no other person can read meanwhile. */
export async function dryRun(program: string, { text, name, command }: EditedFile, signal: AbortSignal): Promise<XlRun> {
  return inPrivateFolder(async (folder) => {
    const file = join(folder, 'domain.cfg');
    await writeFile(file, text, { mode: 0o600, flag: 'wx' });
    const run = await runXl(program, [command, '-n', file], folder, signal);
    return run.kind === 'finished' ? { ...run, messages: run.messages.replaceAll(file, name) } : run;
  });
}

/** What `xl list -l` prints of a domain. */
export async function listDomain(program: string, name: string, signal: AbortSignal): Promise<XlRun> {
  // A name is no option, whatever it begins with.
  return inPrivateFolder((folder) => runXl(program, ['list', '-l', '--', name], folder, signal));
}

/** The folder is empty, so that nothing in it is taken for a program either. */
async function inPrivateFolder(run: (folder: string) => Promise<XlRun>): Promise<XlRun> {
  const folder = await mkdtemp(join(tmpdir(), 'xlcfg-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runXl(program: string, args: readonly string[], cwd: string, signal: AbortSignal): Promise<XlRun> {
  if (program === '' || (!isAbsolute(program) && /[\\/]/.test(program))) return Promise.resolve({ kind: 'bad-path' });
  // No argument of a program can hold one.
  if (args.some((each) => each.includes('\0'))) return Promise.resolve({ kind: 'ended' });
  const options = { cwd, signal, timeout: PATIENCE, maxBuffer: MAX_OUTPUT, killSignal: 'SIGKILL', windowsHide: true } as const;
  return new Promise((resolve) => {
    execFile(program, args, options, (error, output, messages) => {
      if (error === null) resolve({ kind: 'finished', status: 0, output, messages });
      else if (error.code === 'ENOENT' || error.code === 'EACCES') resolve({ kind: 'missing' });
      else if (typeof error.code === 'number') resolve({ kind: 'finished', status: error.code, output, messages });
      // It was not ended from here, so it crashed; shells call that so.
      else if (error.killed === false && error.signal !== undefined) resolve({ kind: 'finished', status: CRASHED, output, messages });
      else resolve({ kind: 'ended' });
    });
  });
}
