/** Takes a pasted log apart: lines without colours, times and the like, and without what stands in front of each message. */

export interface LogLine {
  readonly text: string;
  /** Behind the words by which a program begins each of its lines. */
  readonly message: string;
  /** Who says it, where the line says so. */
  readonly speaker: 'libxl' | 'builder' | undefined;
  /** It begins as a line of its own, so that it does not go on from the line before. */
  readonly isStart: boolean;
  /** The program calls it an error. */
  readonly isError: boolean;
}

/** What is read of a log, from its end, where the newest lines are. */
const MAX_LENGTH = 500_000;

const COLOURS = /\u001b\[[\d;]*[A-Za-z]/g;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
/** Forums and mail programs make such quotes of plain ones. */
const QUOTES: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"' };
/** How each message of libxl and of the domain builder begins; several of them in one line were lines of their own. */
const SPEAKERS = 'libxl|libxl-save-helper|xc|libxenlight|domainbuilder';
const LEVELS = 'error|warning|notice|info|verbose|debug|detail|progress|critical';
const BETWEEN = new RegExp(`(?<=\\s)(?=(?:${SPEAKERS}):? (?:${LEVELS}): )`);
const HEAD = new RegExp(`(${SPEAKERS}):? (${LEVELS}): (?:panic: )?(?:[\\w.-]+:\\d+:(?: ?\\w+:)?)?(?: ?Domain \\d+:)?`);
/** Other heads: the time of a log of libvirt, the name of a program in a journal. */
const JOURNAL = /^(?:[A-Z][a-z]{2} +\d+ [\d:]+ \S+ |[\d-]{10}[ T][\d:.+Z-]+ )?(?:\S+\[\d+\]: )?/;

/** The lines of a log that say something; `isCut` when there was more in front of them. */
export function readLines(log: string): { readonly lines: readonly LogLine[]; readonly isCut: boolean } {
  const clean = log
    .slice(-MAX_LENGTH)
    .replace(COLOURS, '')
    .replaceAll('\r\n', '\n')
    .replace(CONTROLS, ' ')
    .replace(/[\u2018\u2019\u201c\u201d]/g, (quote) => QUOTES[quote] ?? quote);
  const lines = clean
    .split('\n')
    .flatMap((line) => line.split(BETWEEN))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { lines: lines.map(readLine), isCut: log.length > MAX_LENGTH };
}

/** Two lines that a mail program made of one. */
export function joinLines(first: LogLine, second: LogLine): LogLine {
  return { ...first, text: `${first.text} ${second.text}`, message: `${first.message} ${second.text}` };
}

function readLine(text: string): LogLine {
  const head = HEAD.exec(text);
  const level = head?.[2];
  const journal = JOURNAL.exec(text)?.[0] ?? '';
  return {
    text,
    message: (head === null ? text.slice(journal.length) : text.slice(head.index + head[0].length)).trim(),
    speaker: head === null ? undefined : head[1] === 'xc' || head[1] === 'domainbuilder' ? 'builder' : 'libxl',
    isStart: head !== null || journal !== '',
    isError: level === 'error' || level === 'critical',
  };
}
