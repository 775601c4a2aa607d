/** One helper a feature: fixtures in, assertions inside. All of them go through the facade. */
import assert from 'node:assert/strict';
import { type Analysis, createLanguageService, type DocumentSettings, type Finding } from '../../server/src/language-service';
import { DEFAULT_RULE_SETTINGS } from '../../server/src/linter/run';
import { DEFAULT_TARGET } from '../../server/src/schema/target';
import { applyEdits } from '../../server/src/text/text-edit';
import { textRange } from '../../server/src/text/text-range';
import { readCursor, readMarks } from './marks';
import { SAMPLE_FACTS } from './sample-facts';

export const service = createLanguageService();

/** As people have it. */
export const REPORTING_SETTINGS: DocumentSettings = { target: DEFAULT_TARGET, rules: DEFAULT_RULE_SETTINGS };

/** Without what is said about migration, which most tests are not about. */
export const DEFAULT_SETTINGS: DocumentSettings = {
  target: DEFAULT_TARGET,
  rules: { ...DEFAULT_RULE_SETTINGS, migration: 'ignored' },
};

/** Analyzes a text, with the sample files for those that it names; a rule that throws fails the test. */
export function analyze(text: string, settings: DocumentSettings = DEFAULT_SETTINGS): Analysis {
  const analysis = service.analyze(text, settings, SAMPLE_FACTS);
  assert.deepEqual(analysis.failures, []);
  return analysis;
}

/** The findings of a fixture match its marks one to one. */
export function checkFindings(fixture: string, settings?: DocumentSettings): void {
  const { text, marks } = readMarks(fixture);
  const { findings } = analyze(text, settings);
  const expected = [...marks].sort((a, b) => a.start - b.start || a.label.localeCompare(b.label));
  const ends = new Map(expected.map((mark) => [`${mark.label} ${mark.start}`, mark.end]));
  const actual = findings.map((finding) => describe(text, finding.ruleId, finding.range.start, cutEnd(finding, ends)));
  const wanted = expected.map((mark) => describe(text, mark.label, mark.start, mark.end));
  assert.deepEqual(actual.sort(), wanted.sort());
}

function cutEnd({ ruleId, range }: Finding, ends: ReadonlyMap<string, number | undefined>): number | undefined {
  const key = `${ruleId} ${range.start}`;
  return ends.has(key) && ends.get(key) === undefined ? undefined : range.end;
}

function describe(text: string, label: string, start: number, end: number | undefined): string {
  const line = text.slice(0, start).split('\n').length;
  return `line ${line}: ${label} at \`${end === undefined ? text.slice(start).split('\n')[0] : text.slice(start, end)}\``;
}

/** How often a rule reports in a text. */
export function countFindings(text: string, ruleId: string, settings?: DocumentSettings): number {
  return analyze(text, settings).findings.filter((finding) => finding.ruleId === ruleId).length;
}

/** The messages of a rule in a text. */
export function messagesOf(text: string, ruleId: string, settings?: DocumentSettings): readonly string[] {
  return analyze(text, settings)
    .findings.filter((finding) => finding.ruleId === ruleId)
    .map((finding) => finding.message);
}

/** Applying the first fix of each finding of a rule gives `after`, where the rule is silent and no syntax problem is new. */
export function checkFix(ruleId: string, before: string, after: string, settings?: DocumentSettings): void {
  const { findings, model } = analyze(before, settings);
  const fixes = findings.filter((finding) => finding.ruleId === ruleId).map((finding) => finding.fixes[0]);
  assert.ok(fixes.length > 0, `${ruleId} does not report`);
  const text = applyEdits(
    before,
    fixes.flatMap((fix) => fix?.edits ?? []),
  );
  assert.equal(text, after);
  const again = analyze(text, settings);
  assert.deepEqual(
    again.findings.filter((finding) => finding.ruleId === ruleId),
    [],
  );
  const codes = new Set(model.tree.problems.map((problem) => problem.code));
  assert.deepEqual(
    again.model.tree.problems.filter((problem) => !codes.has(problem.code)),
    [],
  );
}

/** The labels offered at the cursor of a fixture. */
export function completionsAt(fixture: string, settings: DocumentSettings = DEFAULT_SETTINGS): readonly string[] {
  const { text, offset } = readCursor(fixture);
  return [...service.complete(analyze(text, settings), offset)]
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
    .map((completion) => completion.label);
}

/** The text after a completion was accepted. */
export function checkCompletion(fixture: string, label: string, after: string, settings: DocumentSettings = DEFAULT_SETTINGS): void {
  const { text, offset } = readCursor(fixture);
  const completion = service.complete(analyze(text, settings), offset).find((each) => each.label === label);
  assert.ok(completion, `${label} is not offered`);
  assert.equal(applyEdits(text, [{ range: completion.range, newText: completion.newText }]), after);
}

/** The hover at the cursor of a fixture, as Markdown. */
export function hoverAt(fixture: string, settings: DocumentSettings = DEFAULT_SETTINGS): string | undefined {
  const { text, offset } = readCursor(fixture);
  return service.hover(analyze(text, settings), offset)?.markdown;
}

/** The titles of the assists at the cursor of a fixture. */
export function assistsAt(fixture: string, settings: DocumentSettings = DEFAULT_SETTINGS): readonly string[] {
  const { text, offset } = readCursor(fixture);
  return service.assists(analyze(text, settings), textRange(offset, offset)).map(({ title }) => title);
}

/** The text after an assist at the cursor of a fixture. */
export function applyAssist(fixture: string, title: string, settings: DocumentSettings = DEFAULT_SETTINGS): string {
  const { text, offset } = readCursor(fixture);
  const all = service.assists(analyze(text, settings), textRange(offset, offset));
  const assist = all.find((each) => each.title === title);
  assert.ok(assist, `${title} is not among ${all.map((each) => each.title).join(', ')}`);
  return applyEdits(text, assist.edits);
}

/** The text after a paste at the cursor of a fixture as what the server takes it for; undefined where it is to be pasted as it is. */
export function pasteAt(fixture: string, pasted: string, settings: DocumentSettings = DEFAULT_SETTINGS): string | undefined {
  const { text, offset } = readCursor(fixture);
  const offer = service.paste(analyze(text, settings), textRange(offset, offset), pasted);
  return offer === undefined ? undefined : applyEdits(text, offer.edits);
}
