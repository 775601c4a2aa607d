/** Tells a finding from others even when lines are added above it: by rule, file, the line itself, and which one of those it is. */
import type { Finding } from '../../language-service';
import type { LineIndex } from '../../text/line-index';
import type { ReportedFile } from './reported-file';
import type { ReportMachine } from './report-machine';

/** Makes the fingerprints of the findings of a file, which have to be asked for in order. */
export function fingerprints({ path, text }: ReportedFile, lines: LineIndex, machine: ReportMachine): (finding: Finding) => string {
  const place = machine.checkoutPath(path);
  const seen = new Map<string, number>();
  // Many findings can be in one long line.
  const known = new Map<number, string>();
  const digestLine = (line: number): string => machine.digest(text.slice(lines.lineStart(line), lines.lineStart(line + 1)).trim());
  return ({ ruleId, range }) => {
    const { line } = lines.positionAt(range.start);
    const content = known.get(line) ?? digestLine(line);
    known.set(line, content);
    const key = [ruleId, place, content].join('\0');
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return machine.digest(`${key}\0${earlier}`);
  };
}
