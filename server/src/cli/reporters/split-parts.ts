/** Gives the findings of a config that was put together back to the files it was put together from. */
import { countBySeverity, type Finding, type Severity, type Say } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import { message } from '../../text/message';
import { type TextRange, textRange } from '../../text/text-range';
import type { AssembledFile, TextPart } from '../config-files';
import { type ReportedFile, toReportedFile } from './reported-file';

/** What an assembled config overrides is overridden on purpose. */
const OVERRIDING = 'duplicate-option';

/** What reports say of a config: of each file that it is made of. */
export function splitParts(file: AssembledFile, say: Say): readonly ReportedFile[] {
  const whole = toReportedFile(file);
  const [first, ...others] = file.parts;
  if (first === undefined || others.length === 0) return [whole];
  const starts = file.parts.map(({ range }) => range.start);
  const partOf = ({ start }: TextRange): TextPart => file.parts[starts.findLastIndex((each) => each <= start)] ?? first;
  const isOverriding = ({ ruleId, range, related }: Finding): boolean =>
    ruleId === OVERRIDING && related.some((place) => partOf(place.range) !== partOf(range));
  const findings = whole.findings.filter((finding) => !isOverriding(finding));
  const shown = countBySeverity(whole.findings);
  return file.parts.map((part) => {
    const own = findings.filter(({ range }) => partOf(range) === part);
    const counts = part === first ? addHidden(countBySeverity(own), whole.counts, shown) : countBySeverity(own);
    const text = file.text.slice(part.range.start, part.range.end);
    return { ...whole, path: part.path, text, findings: own.map((finding) => moveFinding(finding, text, part, partOf, say)), counts };
  });
}

type Counts = ReportedFile['counts'];

/** Of more findings than are shown, it is not known where they stand. */
function addHidden(counts: Counts, all: Counts, shown: Counts): Counts {
  const add = (severity: Severity): number => counts[severity] + all[severity] - shown[severity];
  return { error: add('error'), warning: add('warning'), information: add('information'), hint: add('hint') };
}

/** The finding as one of its own part, with what of it lies there. */
function moveFinding(finding: Finding, text: string, part: TextPart, partOf: (range: TextRange) => TextPart, say: Say): Finding {
  const { start } = part.range;
  const move = (range: TextRange): TextRange =>
    textRange(Math.min(range.start - start, text.length), Math.min(range.end - start, text.length));
  const isHere = ({ range }: { readonly range: TextRange }): boolean => partOf(range) === part && range.end <= part.range.end;
  const related = finding.related.filter(isHere).map((place) => ({ ...place, range: move(place.range) }));
  const fixes = finding.fixes
    .filter(({ edits }) => edits.every(isHere))
    .map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: move(edit.range) })) }));
  const moved = { ...finding, range: move(finding.range), related, fixes };
  const [winner] = related;
  if (finding.ruleId !== OVERRIDING || winner === undefined) return moved;
  const line = String(new LineIndex(text).positionAt(winner.range.start).line + 1);
  const name = text.slice(moved.range.start, moved.range.end);
  return { ...moved, message: say(message('`{name}` is set again on line {line}, so this value is lost', { name, line })) };
}
