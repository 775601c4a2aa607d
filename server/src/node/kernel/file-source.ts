/** A regular file as a source of bytes, read when somebody looks. */
import { message, type Message } from '../../text/message';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ByteSource } from '../../kernel/byte-source';

/** Why there is not a regular file to read. */
export type NoFile =
  | { readonly kind: 'missing' }
  /** `reason` is a phrase such as "is a directory". */
  | { readonly kind: 'unreadable'; readonly reason: Message };

export type OpenedFile = { readonly kind: 'file'; readonly source: ByteSource; close(): void } | NoFile;

/** `identity` stays the same as long as the file does. */
export type FoundFile = { readonly kind: 'file'; readonly identity: string } | NoFile;

/** Looks for a regular file without opening it: opening alone already does something to some devices. */
export async function findFile(path: string): Promise<FoundFile> {
  try {
    const stats = await stat(path);
    return refuse(stats) ?? { kind: 'file', identity: [stats.dev, stats.ino, stats.size, stats.mtimeMs].join(':') };
  } catch (error) {
    return explain(error);
  }
}

/** Opens a file. Anything but a regular one is refused without being read, so nothing can block. */
export function openFile(path: string): OpenedFile {
  let descriptor: number;
  try {
    // Without O_NONBLOCK, opening a FIFO would wait for its other end.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return explain(error);
  }
  const stats = fstatSync(descriptor);
  const close = (): void => {
    closeSync(descriptor);
  };
  const refused = refuse(stats);
  if (refused === undefined) return { kind: 'file', source: new FileSource(descriptor, stats.size), close };
  close();
  return refused;
}

function refuse(stats: Stats): NoFile | undefined {
  if (stats.isFile()) return undefined;
  return { kind: 'unreadable', reason: stats.isDirectory() ? message('is a directory') : message('is not a regular file') };
}

function explain(error: unknown): NoFile {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'ELOOP') return { kind: 'unreadable', reason: message('is a link that leads back to itself') };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'unreadable', reason: message('may not be read') };
  if (code === 'ENXIO') return { kind: 'unreadable', reason: message('is not a regular file') };
  return {
    kind: 'unreadable',
    reason: message('cannot be read: {error}', { error: error instanceof Error ? error.message : String(error) }),
  };
}

class FileSource implements ByteSource {
  readonly size: number;
  private readonly descriptor: number;

  constructor(descriptor: number, size: number) {
    this.descriptor = descriptor;
    this.size = size;
  }

  /** A file that shrinks while it is read gives less. */
  read(offset: number, length: number): Uint8Array {
    const wanted = Math.max(0, Math.min(length, this.size - offset));
    const bytes = new Uint8Array(wanted);
    let filled = 0;
    while (filled < wanted) {
      const count = this.readPiece(bytes, filled, offset + filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  }

  private readPiece(bytes: Uint8Array, at: number, position: number): number {
    try {
      return readSync(this.descriptor, bytes, at, bytes.length - at, position);
    } catch {
      return 0;
    }
  }
}
