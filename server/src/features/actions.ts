/** What can be done about findings: their fixes, and comments that switch a rule off. */
import type { ShownFinding, ShownFix } from '../linter/rule';
import type { Say } from '../messages/say';
import { findLineEnd, findLineStart } from '../text/line-index';
import { message } from '../text/message';
import { applyEdits, DisjointEdits, type TextEdit } from '../text/text-edit';
import { rangesOverlap, type TextRange, textRange } from '../text/text-range';
import { type CheckedText, defineFeature, type FeatureContext } from './feature';
import { findHarmfulFixes } from './fix-effects';

export interface FixAction {
  readonly title: string;
  readonly finding: ShownFinding;
  readonly edits: readonly TextEdit[];
  /** The first fix of a finding, which an editor may offer before the others. */
  readonly isPreferred: boolean;
  /** It only keeps the finding from being shown. */
  readonly mutes: boolean;
}

/** A fix is tried out before it is offered, but for texts that take long, in characters, and for very many at one place. */
const MAX_TRIED_LENGTH = 200_000;
const MAX_TRIED_FIXES = 30;
/** How many kinds of findings at one place are offered to be repaired everywhere: each has to be tried out. */
const MAX_TRIED_KINDS = 3;

/** The findings that touch a range. */
export const findingsAt = defineFeature(({ findings }, range: TextRange): readonly ShownFinding[] =>
  findings.filter((finding) => rangesOverlap(finding.range, range)),
);

/**
 * The actions for the findings that touch a range, fixes first. A fix that would bring a new problem is left out.
 */
export const actions = defineFeature((context, range: TextRange): readonly FixAction[] => {
  const { model, check, say } = context;
  const touched = findingsAt(context, range);
  const { text } = model.tree;
  const isTried = text.length <= MAX_TRIED_LENGTH && touched.flatMap(({ fixes }) => fixes).length <= MAX_TRIED_FIXES;
  const helps = (fix: ShownFix): boolean => !isTried || findHarmfulFixes(context, [fix], check).size === 0;
  const fixes = touched.flatMap((finding) =>
    finding.fixes.filter(helps).map(({ title, edits }, index) => ({ title, finding, edits, isPreferred: index === 0, mutes: false })),
  );
  const kinds = new Map(fixes.map(({ finding }) => [finding.ruleId, finding]));
  const everywhere = text.length <= MAX_TRIED_LENGTH ? [...kinds.values()].slice(0, MAX_TRIED_KINDS) : [];
  const byRule = new Map(touched.filter(canBeMuted).map((finding) => [finding.ruleId, finding]));
  return [
    ...fixes,
    ...everywhere.flatMap((finding) => fixEverywhere(context, finding)),
    ...[...byRule.values()].flatMap((finding) => suppress(text, finding, say)),
  ];
});

/** The first fixes of all findings of the kind, where there is more than one. */
function fixEverywhere({ say, check, ...before }: FeatureContext, finding: ShownFinding): readonly FixAction[] {
  const rule = finding.ruleId;
  const wanted = before.findings.flatMap(({ ruleId, fixes }) => (ruleId === rule ? fixes.slice(0, 1) : []));
  const fixes = wanted.length < 2 ? [] : chooseHelpful(before, wanted, check);
  if (fixes.length < 2) return [];
  const edits = fixes.flatMap((fix) => fix.edits);
  return [{ title: say(message('Fix all {rule} in this file', { rule })), finding, edits, isPreferred: false, mutes: false }];
}

/** Those that do not get into each other's way and bring no new problem. */
function chooseHelpful(before: CheckedText, wanted: readonly ShownFix[], check: (text: string) => CheckedText): readonly ShownFix[] {
  const chosen = new DisjointEdits();
  const fixes: ShownFix[] = [];
  for (const fix of wanted) {
    if (!fix.edits.every((edit) => chosen.hasRoomFor(edit))) continue;
    fixes.push(fix);
    for (const edit of fix.edits) chosen.add(edit);
  }
  if (fixes.length === 0) return [];
  const harmful = findHarmfulFixes(before, fixes, check);
  return fixes.filter((fix) => !harmful.has(fix));
}

/** What xl or libxl refuses is refused all the same, whatever is said here. */
export function canBeMuted({ stage }: ShownFinding): boolean {
  return stage === undefined || stage === 'migrate';
}

function suppress(text: string, finding: ShownFinding, say: Say): readonly FixAction[] {
  const { ruleId: rule } = finding;
  const line = findLineStart(text, finding.range.start);
  const indent = /^[ \t]*/.exec(text.slice(line, findLineEnd(text, line)))?.[0] ?? '';
  const insert = (offset: number, newText: string): readonly TextEdit[] => [{ range: textRange(offset, offset), newText }];
  const comment = (scope: string): string => `# xlcfg-disable-${scope} ${rule}\n`;
  return [
    {
      title: say(message('Disable {rule} for this line', { rule })),
      finding,
      edits: insert(line, indent + comment('next-line')),
      isPreferred: false,
      mutes: true,
    },
    {
      title: say(message('Disable {rule} for this file', { rule })),
      finding,
      edits: insert(0, comment('file')),
      isPreferred: false,
      mutes: true,
    },
  ];
}

/**
 * Applies the first safe fix of every finding, as far as they do not get into each other's way and bring no new problem.
 * @param check analyses another text under the same settings
 */
export function applySafeFixes(analysis: CheckedText, check: (text: string) => CheckedText): string {
  const safe = analysis.findings.flatMap(({ fixes }) => fixes.find(({ safety }) => safety === 'safe') ?? []);
  return applyEdits(
    analysis.model.tree.text,
    chooseHelpful(analysis, safe, check).flatMap(({ edits }) => edits),
  );
}
