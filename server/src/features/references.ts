/** The places in a config that speak of what stands at the cursor. */
import type { DomainModel } from '../model/domain-model';
import { findNamedPlaces, type ThingId, thingOf } from '../model/queries/named-places';
import type { TextRange } from '../text/text-range';
import { defineFeature } from './feature';
import { findSymbolAt } from './symbol-at';

export interface Reference {
  readonly range: TextRange;
  /** The thing has its name from here, or the statement sets a value that counts. */
  readonly isDefinition: boolean;
}

export interface References {
  /** In the order of the text. */
  readonly places: readonly Reference[];
  /** The thing, where other configs may speak of it too. */
  readonly shared?: ThingId;
}

/** Undefined where nothing is named. */
export const references = defineFeature(({ model }, offset: number): References | undefined => {
  const symbol = findSymbolAt(model, offset);
  if (symbol === undefined) return undefined;
  if (symbol.kind === 'option') return { places: listStatements(model, symbol.setting.name) };
  const id = thingOf(symbol.place);
  const places = findNamedPlaces(model, id).map(({ range, isDefinition }) => ({ range, isDefinition }));
  return { places, ...(symbol.place.thing.reach === 'workspace' ? { shared: id } : {}) };
});

/** Those that later ones overrule do not count. */
function listStatements({ settings, effective }: DomainModel, name: string): readonly Reference[] {
  const [first] = effective.filter((setting) => setting.name === name).at(-1)?.parts ?? [];
  const all = settings.filter((setting) => setting.name === name);
  return all.map(({ nameRange }) => ({ range: nameRange, isDefinition: first !== undefined && nameRange.start >= first.nameRange.start }));
}
