/** Finds the messages of a pasted log that are declared. */
import type { ErrorMessage } from './error-message';
import { joinLines, type LogLine, readLines } from './log-lines';
import { ERROR_MESSAGES } from './messages/index';
import { isPlaceName, leadOf, type Values } from './places';
import { findWording, readWording, type Wording } from './wording';

export interface RecognisedLine {
  readonly line: LogLine;
  readonly message: ErrorMessage;
  readonly values: Values;
}

export interface ReadLog {
  /** In the order of the log. */
  readonly recognised: readonly RecognisedLine[];
  /** Lines that nothing is declared about, in the order of the log. */
  readonly unknown: readonly LogLine[];
  /** The log was too long, and its beginning was left out. */
  readonly isCut: boolean;
}

interface KnownWording {
  readonly wording: Wording;
  readonly message: ErrorMessage;
}

let known: readonly KnownWording[] | undefined;

/** What says the cause comes first, then what says most. Hundreds of them are read at the first log, and not when the server starts. */
function knownWordings(): readonly KnownWording[] {
  known ??= ERROR_MESSAGES.flatMap((message) => message.says.map((says): KnownWording => ({ wording: readWording(says), message }))).sort(
    (a, b) => Number(a.message.isConsequence ?? false) - Number(b.message.isConsequence ?? false) || b.wording.weight - a.wording.weight,
  );
  return known;
}

/** Reads a log; what is said several times of the same thing counts once. */
export function readLog(log: string): ReadLog {
  const { lines, isCut } = readLines(log);
  const seen = new Map<string, RecognisedLine | undefined>();
  const look = (line: LogLine): RecognisedLine | undefined => {
    if (!seen.has(line.message)) seen.set(line.message, recognise(line));
    return seen.get(line.message);
  };
  const recognised = new Map<string, RecognisedLine>();
  const unknown: LogLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const [line, next] = [lines[index], lines[index + 1]];
    if (line === undefined) continue;
    let found = look(line);
    if (found === undefined && next !== undefined && !next.isStart && look(next) === undefined) {
      found = recognise(joinLines(line, next));
      if (found !== undefined) index += 1;
    }
    if (found === undefined) unknown.push(line);
    else if (!recognised.has(topicOf(found))) recognised.set(topicOf(found), found);
  }
  return { recognised: [...recognised.values()], unknown, isCut };
}

/** What a line says, of which device or setting. */
function topicOf({ message, values }: RecognisedLine): string {
  const named = Object.entries(values).filter(([name]) => isPlaceName(name) && leadOf(name) !== undefined);
  return JSON.stringify([message.says[0], ...named]);
}

/** The declared message that a line has. */
export function recognise(line: LogLine): RecognisedLine | undefined {
  for (const { wording, message } of knownWordings()) {
    const values = findWording(wording, line.message);
    if (values !== undefined) return { line, message, values };
  }
  return undefined;
}
