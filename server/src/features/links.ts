/** Paths in a config that lead to files that are there. */
import { listFilePlaces } from '../facts/file-places';
import { factOf } from '../facts/host-facts';
import { describeImage } from '../kernel/judge';
import type { TextRange } from '../text/text-range';
import { defineFeature } from './feature';

export interface FileLink {
  readonly range: TextRange;
  /** As dom0 sees it. */
  readonly path: string;
  readonly tooltip: string;
}

/** A link for each path of a regular file that was looked at; block devices, folders and what is missing have none. */
export const links = defineFeature(({ model, facts, say }): readonly FileLink[] =>
  listFilePlaces(model).flatMap(({ place, path }) => {
    const fact = factOf(facts, path);
    return fact.state === 'image' ? [{ range: place.range, path, tooltip: say(describeImage(fact.report)) }] : [];
  }),
);
