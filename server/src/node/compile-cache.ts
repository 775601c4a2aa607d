/**
 * Runs a bundle with what V8 compiled of it at an earlier start, which is most of the time that a start takes. Node's own
 * compile cache, from 22.8 on, keeps no function that is first called later than at loading, and saves half as much.
 */
import { lstatSync, mkdirSync, readFileSync, renameSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { compileBundle, runBundle } from './run-bundle';

/** A server may be killed, and not only end, so what is compiled is kept when it has started and rests; in milliseconds. */
const SETTLED = 3000;

/**
 * Loads a bundle, as `require` does. The bundle cannot `import()`.
 * @param path absolute
 */
export function loadCompiled(path: string): void {
  const folder = process.env['NODE_DISABLE_COMPILE_CACHE'] === undefined ? cacheFolder() : undefined;
  if (folder === undefined) createRequire(path)(path);
  else runKept(path, join(folder, `${basename(path, '.js')}-${process.version}-${process.arch}.bin`));
}

/** Where this person's programs keep what they can make again; undefined where nobody else must be kept from writing. */
function cacheFolder(): string | undefined {
  const base = process.env['XDG_CACHE_HOME'] ?? (process.platform === 'win32' ? process.env['LOCALAPPDATA'] : join(homedir(), '.cache'));
  if (base === undefined || base === '') return undefined;
  const folder = join(base, 'xlcfg', 'code-cache');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return isMine(lstatSync(folder)) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** What is kept is run, so nobody else may have put it there: under sudo, the folder can be that of another person. */
function isMine({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function runKept(path: string, kept: string): void {
  const bytes = readFileSync(path);
  const { mtimeMs, size } = statSync(path);
  // V8 itself only compares its version and the lengths of texts.
  const head = `${path} ${mtimeMs} ${size}`;
  const compiled = readKept(kept, head);
  const script = compileBundle(path, bytes, compiled);
  if (compiled === undefined || script.cachedDataRejected === true) keepLater(() => script.createCachedData(), kept, head);
  runBundle(script, path);
}

/** The bytes after a head that is the expected one. V8 does not look for damage, so all of them have to be there. */
function readKept(path: string, head: string): Buffer | undefined {
  try {
    if (!isMine(lstatSync(path))) return undefined;
    const bytes = readFileSync(path);
    const end = bytes.indexOf('\n');
    const [size, ...rest] = bytes.toString('utf8', 0, end).split(' ');
    const content = bytes.subarray(end + 1);
    return rest.join(' ') === head && content.length === Number(size) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Once, with the functions that were called by then. */
function keepLater(make: () => Buffer, path: string, head: string): void {
  let isKept = false;
  const keep = (): void => {
    if (isKept) return;
    isKept = true;
    const unfinished = `${path}.${process.pid}`;
    try {
      const content = make();
      writeFileSync(unfinished, Buffer.concat([Buffer.from(`${content.length} ${head}\n`), content]), { mode: 0o600, flush: true });
      renameSync(unfinished, path);
    } catch {
      // The next start takes longer, and that is all.
    }
  };
  process.once('exit', keep);
  setTimeout(keep, SETTLED).unref();
}
