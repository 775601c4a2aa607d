/**
 * Pipes that whoever started the program opened for it, as a shell does for `<(command)`. They are read like standard input,
 * since somebody writes into them; a pipe that lies in a folder may have nobody at its other end, and is not.
 */
import { createReadStream, fstatSync } from 'node:fs';

const PASSED = /^\/(?:dev\/fd|proc\/self\/fd)\/(\d{1,6})$/;

/** The stream behind a path such as `/dev/fd/63`; undefined where it is something else. */
export function openPassedPipe(path: string): AsyncIterable<Uint8Array> | undefined {
  const [, digits] = PASSED.exec(path) ?? [];
  const fd = digits === undefined ? (path === '/dev/stdin' ? 0 : undefined) : Number(digits);
  if (fd === undefined || !isPipe(fd)) return undefined;
  return createReadStream('', { fd, autoClose: false });
}

function isPipe(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    return stats.isFIFO() || stats.isSocket();
  } catch {
    return false;
  }
}
