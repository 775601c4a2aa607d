/**
 * Writes files so that at every moment, and after every failure, there is the old one or the new one, and never a part:
 * a temporary file beside the target is written, synchronised, and takes the target's name.
 */
import { message, type Message } from '../text/message';
import { access, constants, type FileHandle, link, lstat, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBytes } from './read-text-file';

/**
 * Puts new bytes in the place of those that were read from a file. Links are followed; mode and owner stay.
 * @returns why the file is as it was, as a phrase such as "has changed meanwhile"; undefined when it is written
 */
export async function replaceFile(path: string, old: Uint8Array, bytes: Uint8Array): Promise<Message | undefined> {
  return explained(async () => {
    const target = await realpath(path);
    const stats = await stat(target);
    // Under another name the old file would live on, and the next change to it would be lost to this one.
    if (stats.nlink > 1)
      return message('is not written: it has {count} names (hard links), which would no longer be one file', {
        count: String(stats.nlink),
      });
    // A new name needs a writable folder only, and would do away with a file that is not meant to be written.
    await access(target, constants.W_OK);
    return withTemporaryFile(target, 0o600, async (file, temporary) => {
      await file.writeFile(bytes);
      await makeAlike(file, stats);
      await file.sync();
      const present = await readBytes(target);
      if (!(present instanceof Uint8Array) || !Buffer.from(old).equals(present)) return message('is not written: it has changed meanwhile');
      await rename(temporary, target);
      return undefined;
    });
  });
}

/**
 * Writes a file that is not there yet.
 * @returns why there is no new file, as a phrase; undefined when it is written
 */
export async function createFile(path: string, bytes: Uint8Array): Promise<Message | undefined> {
  return explained(() =>
    withTemporaryFile(path, 0o666, async (file, temporary) => {
      await file.writeFile(bytes);
      await file.sync();
      await moveToFreeName(temporary, path);
      return undefined;
    }),
  );
}

/** Unlike a new name, a second one never takes the place of a file; not every file system has them. */
async function moveToFreeName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!LINKS_UNKNOWN.has(codeOf(error)) || (await isThere(path))) throw error;
    return rename(temporary, path);
  }
  await unlink(temporary);
}

const LINKS_UNKNOWN: ReadonlySet<string> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Gives a new file beside the target to `use`, and leaves none behind where that fails. */
async function withTemporaryFile(
  target: string,
  mode: number,
  use: (file: FileHandle, path: string) => Promise<Message | undefined>,
): Promise<Message | undefined> {
  const temporary = join(dirname(target), `.xlcfg-${crypto.randomUUID()}.tmp`);
  const file = await open(temporary, 'wx', mode);
  let isInPlace = false;
  try {
    const problem = await use(file, temporary);
    isInPlace = problem === undefined;
    return problem;
  } finally {
    await file.close();
    if (isInPlace) await synchronizeFolder(dirname(target));
    else await unlink(temporary).catch(() => undefined);
  }
}

async function makeAlike(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const own = await file.stat();
  // Before the mode: a new owner takes the set-user-ID bit away.
  if (own.uid !== uid || own.gid !== gid) await file.chown(uid, gid);
  await file.chmod(mode & 0o7777);
}

/** Makes the new name last; where folders cannot be synchronised, the file is whole all the same. */
async function synchronizeFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, constants.O_RDONLY);
    await folder.sync().finally(() => folder.close());
  } catch {
    // As said above.
  }
}

const REASONS: Readonly<Record<string, Message>> = {
  EACCES: message('permission denied'),
  EPERM: message('its owner and its mode cannot be kept'),
  ENOENT: message('there is no such folder'),
  ENOTDIR: message('there is no such folder'),
  EROFS: message('the file system is read-only'),
  ENOSPC: message('there is no room left on the disk'),
  EDQUOT: message('the quota is used up'),
  EEXIST: message('it is there already'),
  EFBIG: message('it would be larger than files may be'),
};

async function explained(write: () => Promise<Message | undefined>): Promise<Message | undefined> {
  try {
    return await write();
  } catch (error) {
    return explainUnwritten(error);
  }
}

/** Why a file is not written, as a phrase. */
export function explainUnwritten(error: unknown): Message {
  const reason = REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
  return message('is not written: {reason}', { reason });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
