/** Puts a finding into words. */
import type { Finding, RelatedPlace, ShownFinding } from '../linter/rule';
import type { Say } from '../messages/say';

export function showFinding(finding: Finding, say: Say): ShownFinding {
  return {
    ...finding,
    message: say(finding.message),
    related: finding.related.map((place) => showPlace(place, say)),
    fixes: finding.fixes.map((fix) => ({ ...fix, title: say(fix.title) })),
  };
}

export function showPlace({ range, message }: RelatedPlace, say: Say): RelatedPlace<string> {
  return { range, message: say(message) };
}
