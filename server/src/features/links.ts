/** Paths in a config that lead to files that are there. */
import { describeImage } from '../kernel/judge';
import type { TextRange } from '../text/text-range';
import { defineFeature } from './feature';

export interface FileLink {
  readonly range: TextRange;
  /** As the config writes it. */
  readonly path: string;
  readonly tooltip: string;
}

/** A link for each file that was looked at. */
export const links = defineFeature(({ model, facts, say }): readonly FileLink[] => {
  return [...model.byName.values()].flatMap(({ value }) => {
    const fact = value?.kind === 'atom' ? facts.files.get(value.text) : undefined;
    if (value?.kind !== 'atom' || fact?.state !== 'image') return [];
    return [{ range: value.range, path: value.text, tooltip: say(describeImage(fact.report)) }];
  });
});
