/** Judges a part of a config in the configs that it is a part of. */
import type { ValidatedModel } from '../validation/validate';
import { type TextRange, textRange } from '../text/text-range';
import type { Finding } from './rule';
import type { RunResult } from './run';

/** What stands before and behind the part. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/**
 * What is found in a part, in any of the wholes.
 * @param read gives the model of a whole, of which only `part` is looked at
 * @param run runs the rules
 */
export function runInWholes(
  text: string,
  wholes: readonly Surroundings[],
  read: (whole: string, part: TextRange) => ValidatedModel,
  run: (model: ValidatedModel) => RunResult,
): RunResult {
  const found = new Map<string, Finding>();
  const failures: RunResult['failures'][number][] = [];
  for (const { before, after } of wholes) {
    const part = textRange(before.length, before.length + text.length);
    const result = run(read(before + text + after, part));
    failures.push(...result.failures);
    for (const finding of result.findings) {
      const own = toPart(finding, part);
      if (own === undefined) continue;
      const key = `${own.ruleId} ${own.range.start} ${own.range.end} ${own.message.template} ${JSON.stringify(own.message.data)}`;
      if (!found.has(key)) found.set(key, own);
    }
  }
  const findings = [...found.values()].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return { findings, failures };
}

/** The same at its place in the part; undefined for what another part causes. */
function toPart(finding: Finding, part: TextRange): Finding | undefined {
  if (!isWithin(finding.range, part)) return undefined;
  return {
    ...finding,
    range: shift(finding.range, part),
    related: finding.related.filter(({ range }) => isWithin(range, part)).map((place) => ({ ...place, range: shift(place.range, part) })),
    fixes: finding.fixes
      .filter(({ edits }) => edits.every(({ range }) => isWithin(range, part)))
      .map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: shift(edit.range, part) })) })),
  };
}

function isWithin({ start, end }: TextRange, part: TextRange): boolean {
  return start >= part.start && end <= part.end;
}

function shift({ start, end }: TextRange, part: TextRange): TextRange {
  return textRange(start - part.start, end - part.start);
}
