/** Tells fixes that help from those that trade one problem for another. */
import type { ShownFinding, ShownFix } from '../linter/rule';
import type { DomainModel } from '../model/domain-model';
import type { CheckedText } from './feature';
import { firstIndex } from '../text/binary-search';
import { applyEdits } from '../text/text-edit';
import { rangesOverlap, type TextRange, textRange } from '../text/text-range';

/**
 * The fixes after which something new is found in a setting that they touch.
 * @param fixes do not get into each other's way
 * @param check analyses the text that they leave
 */
export function findHarmfulFixes(
  before: CheckedText,
  fixes: readonly ShownFix[],
  check: (text: string) => CheckedText,
): ReadonlySet<ShownFix> {
  const { text } = before.model.tree;
  const edits = fixes.flatMap((fix) => fix.edits.map((edit) => ({ edit, fix }))).sort((a, b) => a.edit.range.start - b.edit.range.start);
  const after = check(
    applyEdits(
      text,
      edits.map(({ edit }) => edit),
    ),
  );
  const known = new Set(before.findings.map(identify));
  const news = after.findings.filter((finding) => counts(finding) && !known.has(identify(finding)));
  const harmful = new Set<ShownFix>();
  if (news.length === 0) return harmful;
  let shift = 0;
  for (const { edit, fix } of edits) {
    const start = edit.range.start + shift;
    shift += edit.newText.length - (edit.range.end - edit.range.start);
    const touched = settingsAt(after.model, textRange(start, start + edit.newText.length));
    if (news.some(({ range }) => touched.some((each) => rangesOverlap(each, range)))) harmful.add(fix);
  }
  return harmful;
}

function identify({ ruleId, message }: ShownFinding): string {
  return `${ruleId} ${message}`;
}

/** A hint takes nothing away from what was gained, unless nothing comes of the text; what is still missing was missing before. */
function counts({ severity, tag, isAboutAbsence }: ShownFinding): boolean {
  return (severity !== 'hint' || tag === 'unnecessary') && isAboutAbsence !== true;
}

/** The statements that a range touches. */
function settingsAt({ settings }: DomainModel, range: TextRange): readonly TextRange[] {
  const touched: TextRange[] = [];
  for (let index = firstIndex(settings, (each) => each.range.end >= range.start); index < settings.length; index++) {
    const setting = settings[index];
    if (setting === undefined || setting.range.start > range.end) break;
    touched.push(setting.range);
  }
  return touched;
}
