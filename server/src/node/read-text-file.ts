/** Reads text from files that anybody may have put there: only regular files, only up to a size. */
import { message, type Message } from '../text/message';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Failure, ReadResult } from '../cli/terminal';

/** A real config has some kilobytes; what is larger than this, in bytes, is something else. */
const MAX_SIZE = 16 * 1024 * 1024;
const PIECE = 256 * 1024;

/** Without O_NONBLOCK, opening a FIFO would wait for its other end, and reading a log of the kernel for its next line. */
const READ_ONLY = constants.O_RDONLY | constants.O_NONBLOCK;

const TOO_LARGE: Failure = { kind: 'unreadable', reason: message('is larger than {size} MiB', { size: String(MAX_SIZE / 1024 / 1024) }) };

/** Reads a file; special files are refused without being read, so none can block. */
export async function readTextFile(path: string): Promise<ReadResult> {
  const read = await readBytes(path);
  return read instanceof Uint8Array ? decodeText(read) : read;
}

/** The bytes of a regular file. */
export async function readBytes(path: string): Promise<Uint8Array | Failure> {
  let file: FileHandle;
  try {
    file = await open(path, READ_ONLY);
  } catch (error) {
    return explainError(error);
  }
  try {
    const stats = await file.stat();
    const refusal = refuse(stats);
    if (refusal !== undefined) return refusal;
    if (isSmall(stats)) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(stats.size + 1));
      // One byte less than there was room for is all of it; a file that grew is read as one of unknown size.
      if (bytesRead <= stats.size) return buffer.subarray(0, bytesRead);
    }
    return await collect(pieces(file));
  } catch (error) {
    return explainError(error);
  } finally {
    await file.close();
  }
}

/**
 * Reads a file, and nothing else happens meanwhile; for programs with nothing else to do, which a small file costs a third so.
 * What is not small is left to `readTextFile`.
 */
export function readSmallTextFile(path: string): ReadResult | Promise<ReadResult> {
  let file: number;
  try {
    file = openSync(path, READ_ONLY);
  } catch (error) {
    return explainError(error);
  }
  try {
    const stats = fstatSync(file);
    const refusal = refuse(stats);
    if (refusal !== undefined) return refusal;
    if (!isSmall(stats)) return readTextFile(path);
    const buffer = Buffer.allocUnsafe(stats.size + 1);
    const bytesRead = readSync(file, buffer, 0, buffer.length, 0);
    return bytesRead <= stats.size ? decodeText(buffer.subarray(0, bytesRead)) : readTextFile(path);
  } catch (error) {
    return explainError(error);
  } finally {
    closeSync(file);
  }
}

function refuse(stats: Stats): Failure | undefined {
  if (stats.isDirectory()) return { kind: 'unreadable', reason: message('is a directory') };
  if (!stats.isFile()) return { kind: 'unreadable', reason: message('is not a regular file') };
  return stats.size > MAX_SIZE ? TOO_LARGE : undefined;
}

/** What a file says of its size is not a bound, but most are read at once. */
function isSmall({ size }: Stats): boolean {
  return size > 0 && size < PIECE;
}

/** Reads standard input, or any stream that somebody else fills. */
export async function readTextStream(stream: AsyncIterable<Uint8Array>): Promise<ReadResult> {
  try {
    const read = await collect(stream);
    return read instanceof Uint8Array ? decodeText(read) : read;
  } catch (error) {
    return explainError(error);
  }
}

/** What a file says of its size is not a bound: those of procfs say 0, and some never end. */
async function* pieces(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let position = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PIECE), 0, PIECE, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array | Failure> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source) {
    length += part.length;
    if (length > MAX_SIZE) return TOO_LARGE;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes UTF-8, and anything else byte by byte, so that it can be written back unharmed. */
function decodeText(bytes: Uint8Array): ReadResult {
  try {
    const text = decoder.decode(bytes);
    return { kind: 'text', text, encoding: 'utf8' };
  } catch {
    return { kind: 'text', text: Buffer.from(bytes).toString('latin1'), encoding: 'latin1' };
  }
}

const REASONS: Readonly<Record<string, Message>> = {
  EACCES: message('cannot be read: permission denied'),
  EPERM: message('cannot be read: permission denied'),
  EISDIR: message('is a directory'),
  ELOOP: message('is a link that leads back to itself'),
  EAGAIN: message('is not a regular file'),
};

/** Why something cannot be read. */
export function explainError(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  return {
    kind: 'unreadable',
    reason: REASONS[code] ?? message('cannot be read: {error}', { error: error instanceof Error ? error.message : String(error) }),
  };
}
