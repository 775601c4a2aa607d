/** Asks the real xl 4.17 and its parser library, where they can be had. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareRealXl } from '../../scripts/real-xl.mjs';
import { skipReason } from '../../scripts/skipping.mjs';
import type { JsonObject } from '../../server/src/text/json';
import type { Target } from '../../server/src/schema/target';
import type { StoredValue } from '../../server/src/syntax/stored-settings';

/** Where the real xl and the programs that play its host are, or why there are none. */
export const prepared = prepareRealXl();

/** Options for tests that need the judge: skipped with the reason where there is none. */
export const needsRealXl = { skip: skipReason('the real xl', prepared.problem) } as const;

/** What the real xl is, as a target. */
export const REAL_TARGET: Target = { xen: '4.17', arch: 'x86' };

export type ReadAnswer =
  | {
      readonly status: 0;
      readonly settings: readonly { readonly name: string; readonly op: string; readonly line: number; readonly value: StoredValue }[];
    }
  | { readonly status: 1; readonly report: string }
  | { readonly status: 134 };

/** What libxlutil reads from each text. */
export function readWithLibxlutil(texts: readonly string[]): readonly ReadAnswer[] {
  return runReader(texts).map(parseAnswer);
}

/** Only whether libxlutil accepts each text, for values that nest too deep for a JSON reviver. */
export function isAcceptedByLibxlutil(texts: readonly string[]): readonly boolean[] {
  return runReader(texts).map((line) => line.startsWith('{"status":0,'));
}

function runReader(texts: readonly string[]): readonly string[] {
  const input = Buffer.concat(texts.flatMap((text) => [Buffer.from(`${Buffer.byteLength(text)}\n`), Buffer.from(text)]));
  const environment = { ...process.env, LD_LIBRARY_PATH: prepared.libraryPath };
  const { stdout } = spawnSync(prepared.reader ?? '', [], { input, env: environment, maxBuffer: 2 ** 30 });
  return stdout.toString('latin1').trimEnd().split('\n');
}

/** The reader writes bytes; this makes text of them again. */
function parseAnswer(line: string): ReadAnswer {
  return JSON.parse(line, (_, value: unknown) =>
    typeof value === 'string' ? Buffer.from(value, 'latin1').toString('utf8') : value,
  ) as ReadAnswer;
}

export interface XlAnswer {
  readonly status: number;
  /** What xl prints on standard error, without the name of the config. */
  readonly messages: string;
  /** The domain as libxl's JSON, where xl takes the config. */
  readonly domain: JsonObject | undefined;
}

/**
 * What `xl create -n` says of a config.
 * @param added arguments such as `memory=512`
 * @param conf the text of the host's xl.conf; none is there when left out
 */
export function askXl(text: string, added: readonly string[] = [], conf?: string): XlAnswer {
  const { stdout, ...answer } = runXl(['create', '-n'], text, added, conf);
  return { ...answer, domain: answer.status === 0 ? (JSON.parse(stdout) as JsonObject) : undefined };
}

/** What `xl cpupool-create -n` says of the config of a CPU pool on a host with 256 free CPUs on 8 nodes. */
export function askXlForPool(text: string): Omit<XlAnswer, 'domain'> & { readonly stdout: string } {
  return runXl(['cpupool-create', '-n'], text);
}

function runXl(
  command: readonly string[],
  text: string,
  added: readonly string[] = [],
  conf?: string,
): Omit<XlAnswer, 'domain'> & { readonly stdout: string } {
  const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
  try {
    const [file, confFile] = [join(folder, 'domain.cfg'), join(folder, 'xl.conf')];
    writeFileSync(file, text);
    if (conf !== undefined) writeFileSync(confFile, conf);
    const host = { LD_LIBRARY_PATH: prepared.libraryPath, LD_PRELOAD: prepared.shim, XLCFG_XL_CONF: confFile };
    const run = spawnSync(prepared.xl ?? '', [...command, file, ...added], { env: { ...process.env, ...host }, timeout: 10_000 });
    const { status, signal } = run;
    const messages = run.stderr
      .toString('utf8')
      .replace(/^Failed to read config file: \/etc\/xen\/xl\.conf.*\n/m, '')
      .replace(/^Parsing config from .*\n/m, '')
      .replaceAll(`${file}:`, '');
    return { status: signal === null ? (status ?? 1) : 134, messages, stdout: run.stdout.toString('utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
