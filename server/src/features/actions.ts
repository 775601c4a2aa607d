/** What can be done about findings: their fixes, and comments that switch a rule off. */
import type { DomainModel } from '../model/domain-model';
import type { Finding } from '../linter/rule';
import { findLineEnd, findLineStart } from '../text/line-index';
import { applyEdits, DisjointEdits, type TextEdit } from '../text/text-edit';
import { rangesOverlap, type TextRange, textRange } from '../text/text-range';

export interface FixAction {
  readonly title: string;
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
  /** The first fix of a finding, which an editor may offer before the others. */
  readonly isPreferred: boolean;
}

/** The actions for the findings that touch a range, fixes first. */
export function collectActions(model: DomainModel, findings: readonly Finding[], range: TextRange): readonly FixAction[] {
  const touched = findings.filter((finding) => rangesOverlap(finding.range, range));
  const fixes = touched.flatMap((finding) =>
    finding.fixes.map((fix, index) => ({ title: fix.title, finding, edits: fix.edits, isPreferred: index === 0 })),
  );
  const byRule = new Map(touched.map((finding) => [finding.ruleId, finding]));
  const suppressions = [...byRule.values()].flatMap((finding) => suppress(model.tree.text, finding));
  return [...fixes, ...suppressions];
}

function suppress(text: string, finding: Finding): readonly FixAction[] {
  const line = findLineStart(text, finding.range.start);
  const indent = /^[ \t]*/.exec(text.slice(line, findLineEnd(text, line)))?.[0] ?? '';
  const insert = (offset: number, newText: string): readonly TextEdit[] => [{ range: textRange(offset, offset), newText }];
  const comment = (scope: string): string => `# xlcfg-disable-${scope} ${finding.ruleId}\n`;
  return [
    {
      title: `Disable ${finding.ruleId} for this line`,
      finding,
      edits: insert(line, indent + comment('next-line')),
      isPreferred: false,
    },
    { title: `Disable ${finding.ruleId} for this file`, finding, edits: insert(0, comment('file')), isPreferred: false },
  ];
}

/** Applies the first safe fix of every finding, as far as they do not get into each other's way. */
export function applySafeFixes(text: string, findings: readonly Finding[]): string {
  const chosen = new DisjointEdits();
  for (const { fixes } of findings) {
    const safe = fixes.find((fix) => fix.safety === 'safe');
    if (safe?.edits.every((edit) => chosen.hasRoomFor(edit)) === true) for (const edit of safe.edits) chosen.add(edit);
  }
  return applyEdits(text, chosen.edits);
}
