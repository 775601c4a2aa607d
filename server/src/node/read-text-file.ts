/** Reads text from files that anybody may have put there: only regular files, only up to a size. */
import { constants, type FileHandle, open } from 'node:fs/promises';
import type { ReadResult } from '../cli/terminal';

/** A real config has some kilobytes; what is larger than this, in bytes, is something else. */
const MAX_SIZE = 16 * 1024 * 1024;

/** Reads a file; special files are refused without being read, so none can block. */
export async function readTextFile(path: string): Promise<ReadResult> {
  let file: FileHandle;
  try {
    // Without O_NONBLOCK, opening a FIFO would wait for its other end.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return explainError(error);
  }
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) return { kind: 'unreadable', reason: 'is a directory' };
    if (!stats.isFile()) return { kind: 'unreadable', reason: 'is no regular file' };
    if (stats.size > MAX_SIZE) return { kind: 'unreadable', reason: `is larger than ${MAX_SIZE / 1024 / 1024} MiB` };
    return decodeText(await file.readFile());
  } catch (error) {
    return explainError(error);
  } finally {
    await file.close();
  }
}

/** Decodes UTF-8, and anything else byte by byte, so that it can be written back unharmed. */
export function decodeText(bytes: Uint8Array): ReadResult {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, encoding: 'utf8' };
  } catch {
    return { kind: 'text', text: Buffer.from(bytes).toString('latin1'), encoding: 'latin1' };
  }
}

function explainError(error: unknown): ReadResult {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return { kind: 'missing' };
  return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
}
