/** Asks the real xl 4.17 to create domains, up to the paused domain, on a host that has all that a config names. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepared } from './real-xl';

/** Milliseconds after which the judge is given up; it gives up by itself before. */
const PATIENCE = 15_000;

export interface Creation {
  /** `parsed`: xl went no further than reading the config; `stuck`: the judge failed. */
  readonly outcome: 'parsed' | 'refused' | 'crashed' | 'stuck' | 'created';
  /** How far libxl came, in the words of `test/oracle/create/`. */
  readonly milestone: string;
  /** What libxl reported as errors, the cause first. */
  readonly messages: readonly string[];
  /** What `xl list -l` prints of the domain; empty where there is none. */
  readonly listed: string;
}

/** What becomes of the domain of a config. */
export async function askForCreation(text: string): Promise<Creation> {
  const folder = mkdtempSync(join(tmpdir(), 'xlcfg-create-'));
  try {
    const file = join(folder, 'domain.cfg');
    const verdict = join(folder, 'verdict');
    const listed = join(folder, 'listed');
    writeFileSync(file, text);
    await run(['create', '-p', '-e', file], {
      LD_LIBRARY_PATH: prepared.libraryPath,
      LD_PRELOAD: prepared.createShim,
      CREATE_CONFIG: file,
      CREATE_SCRATCH: join(folder, 'host'),
      CREATE_VERDICT: verdict,
      CREATE_LISTED: listed,
    });
    const readIfThere = (path: string, otherwise: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : otherwise);
    return { ...readVerdict(readIfThere(verdict, 'stuck')), listed: readIfThere(listed, '') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for many configs, in their order, as many at a time as there are processors. */
export async function askForCreations(texts: readonly string[]): Promise<readonly Creation[]> {
  const answers: Creation[] = [];
  const waiting = texts.entries();
  // The workers share the iterator, so each config is taken once.
  const work = async (): Promise<void> => {
    for (const [index, text] of waiting) answers[index] = await askForCreation(text);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return answers;
}

function run(words: readonly string[], variables: Readonly<Record<string, string | undefined>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(prepared.xl ?? '', words, {
      env: { ...process.env, ...variables },
      stdio: 'ignore',
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    });
    child.on('error', reject);
    child.on('exit', () => {
      resolve();
    });
  });
}

function readVerdict(line: string): Omit<Creation, 'listed'> {
  const [outcome = '', milestone = '', messages = ''] = line.trimEnd().split('\t');
  return {
    outcome: outcome as Creation['outcome'],
    milestone,
    messages: messages.split(' | ').filter((message) => message !== ''),
  };
}
