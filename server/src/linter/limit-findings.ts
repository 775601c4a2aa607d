/** Chooses the findings that are shown, where a text has more than anybody reads. */
import { type Finding, SEVERITIES, type Severity } from './rule';

/** So many findings of a text are shown. */
export const MAX_SHOWN = 1000;

export interface LimitedFindings {
  readonly shown: readonly Finding[];
  readonly notShown: readonly Finding[];
}

/** Keeps the most severe findings, and of the same severity those that come first; both lists stay in the order of the text. */
export function limitFindings(findings: readonly Finding[]): LimitedFindings {
  if (findings.length <= MAX_SHOWN) return { shown: findings, notShown: [] };
  const counts = countBySeverity(findings);
  let room = MAX_SHOWN;
  const quotas = new Map<Severity, number>();
  for (const severity of [...SEVERITIES].reverse()) {
    quotas.set(severity, Math.min(room, counts[severity]));
    room -= quotas.get(severity) ?? 0;
  }
  const [shown, notShown]: [Finding[], Finding[]] = [[], []];
  for (const finding of findings) {
    const quota = quotas.get(finding.severity) ?? 0;
    quotas.set(finding.severity, quota - 1);
    (quota > 0 ? shown : notShown).push(finding);
  }
  return { shown, notShown };
}

/** How many findings of each severity there are. */
export function countBySeverity(findings: Iterable<Pick<Finding, 'severity'>>): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
