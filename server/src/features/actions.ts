/** What can be done about findings: their fixes, and comments that switch a rule off. */
import type { ShownFinding, ShownFix } from '../linter/rule';
import type { Say } from '../messages/say';
import { findLineEnd, findLineStart } from '../text/line-index';
import { message } from '../text/message';
import { applyEdits, DisjointEdits, type TextEdit } from '../text/text-edit';
import { rangesOverlap, type TextRange, textRange } from '../text/text-range';
import { type CheckedText, defineFeature } from './feature';
import { findHarmfulFixes } from './fix-effects';

export interface FixAction {
  readonly title: string;
  readonly finding: ShownFinding;
  readonly edits: readonly TextEdit[];
  /** The first fix of a finding, which an editor may offer before the others. */
  readonly isPreferred: boolean;
}

/** A fix is tried out before it is offered, but for texts that take long, in characters, and for very many at one place. */
const MAX_TRIED_LENGTH = 200_000;
const MAX_TRIED_FIXES = 30;

/**
 * The actions for the findings that touch a range, fixes first. A fix that would bring a new problem is left out.
 */
export const actions = defineFeature((context, range: TextRange): readonly FixAction[] => {
  const { model, findings, check, say } = context;
  const touched = findings.filter((finding) => rangesOverlap(finding.range, range));
  const { text } = model.tree;
  const isTried = text.length <= MAX_TRIED_LENGTH && touched.flatMap(({ fixes }) => fixes).length <= MAX_TRIED_FIXES;
  const helps = (fix: ShownFix): boolean => !isTried || findHarmfulFixes(context, [fix], check).size === 0;
  const fixes = touched.flatMap((finding) =>
    finding.fixes.filter(helps).map(({ title, edits }, index) => ({ title, finding, edits, isPreferred: index === 0 })),
  );
  const byRule = new Map(touched.filter(canBeMuted).map((finding) => [finding.ruleId, finding]));
  return [...fixes, ...[...byRule.values()].flatMap((finding) => suppress(text, finding, say))];
});

/** What xl or libxl refuses is refused all the same, whatever is said here. */
function canBeMuted({ stage }: ShownFinding): boolean {
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
    },
    { title: say(message('Disable {rule} for this file', { rule })), finding, edits: insert(0, comment('file')), isPreferred: false },
  ];
}

/**
 * Applies the first safe fix of every finding, as far as they do not get into each other's way and bring no new problem.
 * @param check analyses another text under the same settings
 */
export function applySafeFixes(analysis: CheckedText, check: (text: string) => CheckedText): string {
  const chosen = new DisjointEdits();
  const fixes: ShownFix[] = [];
  for (const finding of analysis.findings) {
    const safe = finding.fixes.find((fix) => fix.safety === 'safe');
    if (safe?.edits.every((edit) => chosen.hasRoomFor(edit)) !== true) continue;
    fixes.push(safe);
    for (const edit of safe.edits) chosen.add(edit);
  }
  if (fixes.length === 0) return analysis.model.tree.text;
  const harmful = findHarmfulFixes(analysis, fixes, check);
  return applyEdits(
    analysis.model.tree.text,
    fixes.filter((fix) => !harmful.has(fix)).flatMap(({ edits }) => edits),
  );
}
