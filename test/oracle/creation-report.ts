/** What a comparison with creation came to, as text. */
import { type Comparison, type Disagreement, type Fault, shrink } from './compare-creation';

const FAULTS: readonly Fault[] = ['false error', 'miss'];

/** The figures, and each kind of disagreement with the smallest config that shows it. */
export async function reportComparison({ created, refused, leftOut, disagreements }: Comparison): Promise<string> {
  const countOf = (fault: Fault): number => disagreements.filter((each) => each.fault === fault).length;
  const counts = FAULTS.map((fault) => `${fault}: ${countOf(fault)}`).join(', ');
  const lines = [`libxl creates ${created} and refuses ${refused}; ${leftOut} are left out. ${counts}`];
  for (const [, group] of groupByKind(disagreements)) lines.push(await describeKind(group));
  return `${lines.join('\n')}\n`;
}

/** By fault and kind; those that occur most come first. */
function groupByKind(disagreements: readonly Disagreement[]): readonly (readonly [string, readonly Disagreement[]])[] {
  const groups = new Map<string, Disagreement[]>();
  for (const each of disagreements) {
    const key = `${each.fault} ${each.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const order = ([, [first]]: readonly [string, readonly Disagreement[]]): number => FAULTS.indexOf(first?.fault ?? 'miss');
  return [...groups].sort((a, b) => order(a) - order(b) || b[1].length - a[1].length);
}

async function describeKind(group: readonly Disagreement[]): Promise<string> {
  const [shortest] = [...group].sort((a, b) => a.text.length - b.text.length);
  if (shortest === undefined) return '';
  const text = await shrink(shortest);
  const shown = text.trimEnd().replace(/^/gm, '    ');
  return `${group.length} × ${shortest.fault}: ${shortest.kind}\n${shown}`;
}
