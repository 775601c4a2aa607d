/** Paths in a config that lead to files that are there. */
import type { Say } from '../messages/say';
import type { HostFacts } from '../facts/host-facts';
import { describeImage } from '../kernel/judge';
import type { DomainModel } from '../model/domain-model';
import type { TextRange } from '../text/text-range';

export interface FileLink {
  readonly range: TextRange;
  /** As the config writes it. */
  readonly path: string;
  readonly tooltip: string;
}

/** A link for each file that was looked at. */
export function listLinks(model: DomainModel, facts: HostFacts, say: Say): readonly FileLink[] {
  return [...model.byName.values()].flatMap(({ value }) => {
    const fact = value?.kind === 'atom' ? facts.files.get(value.text) : undefined;
    if (value?.kind !== 'atom' || fact?.state !== 'image') return [];
    return [{ range: value.range, path: value.text, tooltip: say(describeImage(fact.report)) }];
  });
}
