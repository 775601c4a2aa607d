/** Where what stands at the cursor comes from: the assignment that counts, the config of a domain, a file. */
import { listFilePlaces } from '../facts/file-places';
import { factOf } from '../facts/host-facts';
import type { DomainModel } from '../model/domain-model';
import { findNamedPlaces, type ThingId, thingOf } from '../model/queries/named-places';
import type { TextRange } from '../text/text-range';
import { defineFeature } from './feature';
import { findSymbolAt } from './symbol-at';

export interface Definition {
  /** What was asked about. */
  readonly origin: TextRange;
  /** A file that is there, as an absolute path on the host; it comes before all else. */
  readonly path?: string;
  /** In this config. */
  readonly places: readonly TextRange[];
  /** The thing, where another config may define it. */
  readonly shared?: ThingId;
}

/** Undefined where nothing is named. */
export const definition = defineFeature(({ model, facts }, offset: number): Definition | undefined => {
  const symbol = findSymbolAt(model, offset);
  if (symbol === undefined) return undefined;
  if (symbol.kind === 'option') return { origin: symbol.setting.nameRange, places: findWinner(model, symbol.setting.name) };
  const { thing, range } = symbol.place;
  const id = thingOf(symbol.place);
  const places = findNamedPlaces(model, id).flatMap((place) => (place.isDefinition ? [place.range] : []));
  const path = listFilePlaces(model).find(({ place }) => place.range.start === range.start)?.path;
  return {
    origin: range,
    places,
    ...(path !== undefined && factOf(facts, path).state === 'image' ? { path } : {}),
    ...(thing.reach === 'workspace' ? { shared: id } : {}),
  };
});

/** The assignment with which the value begins that xl reads. */
function findWinner({ effective }: DomainModel, name: string): readonly TextRange[] {
  const [first] = effective.filter((setting) => setting.name === name).at(-1)?.parts ?? [];
  return first === undefined ? [] : [first.nameRange];
}
