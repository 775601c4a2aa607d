/** Checks how messages are framed on a stream, for which the library waits for ever where it is wrong. */
import type { Readable } from 'node:stream';

/** The headers of one message are some tens of bytes. */
const MAX_HEADERS = 4096;
/** No string of JavaScript is longer, in bytes. */
const MAX_BODY = 512 * 1024 * 1024;

/**
 * Watches a stream of messages with headers, beside whoever reads it.
 * @param onProblem called once, with a sentence, when the stream cannot be understood any more
 */
export function watchFraming(stream: Readable, onProblem: (problem: string) => void): void {
  const check = new FramingCheck();
  const look = (bytes: Buffer): void => {
    const problem = check.take(bytes);
    if (problem === undefined) return;
    stream.off('data', look);
    onProblem(problem);
  };
  stream.on('data', look);
}

class FramingCheck {
  private headers = '';
  private bodyLeft = 0;

  /** What is wrong with the stream up to and with these bytes. */
  take(bytes: Buffer): string | undefined {
    let position = 0;
    while (position < bytes.length) {
      const skipped = Math.min(this.bodyLeft, bytes.length - position);
      this.bodyLeft -= skipped;
      position += skipped;
      if (position === bytes.length) break;
      const start = this.headers.length;
      this.headers += bytes.toString('latin1', position, position + MAX_HEADERS);
      const end = this.headers.indexOf('\r\n\r\n');
      const problem = end < 0 ? findUnended(this.headers) : undefined;
      if (problem !== undefined) return problem;
      if (end < 0) break;
      const length = readLength(this.headers.slice(0, end));
      if (typeof length === 'string') return length;
      position += end + 4 - start;
      this.headers = '';
      this.bodyLeft = length;
    }
    return undefined;
  }
}

function findUnended(headers: string): string | undefined {
  if (/(?:^|[^\r])\n/.test(headers)) return 'The header lines of a message have to end with CR LF';
  return headers.length >= MAX_HEADERS ? 'The headers of a message do not end' : undefined;
}

/** The length that the headers give for the message, or what is wrong with them. */
function readLength(headers: string): number | string {
  const [, given] = /^content-length:[ \t]*([^\r\n]*?)[ \t]*$/im.exec(headers) ?? [];
  if (given === undefined) return 'A message has no Content-Length';
  const length = /^\d+$/.test(given) ? Number(given) : NaN;
  return length <= MAX_BODY ? length : `A message has the Content-Length ${given.slice(0, 40)}`;
}
