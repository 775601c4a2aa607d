/** Values that repeat from config to config: names of bridges, hotplug scripts and driver domains. */
import type { NamedPlace } from '../model/queries/named-places';

/** The values of a key of an option, by `option.key`. */
export type SharedValues = ReadonlyMap<string, ReadonlySet<string>>;

export const NO_SHARED_VALUES: SharedValues = new Map();

/** The names in a config that others may want to use. */
export function collectSharedValues(places: readonly NamedPlace[]): SharedValues {
  const values = new Map<string, Set<string>>();
  for (const { thing, isDefinition, path, text } of places) if (thing.isReused === true && !isDefinition) add(values, path, text);
  return values;
}

function add(values: Map<string, Set<string>>, path: string, text: string): void {
  const known = values.get(path);
  if (known === undefined) values.set(path, new Set([text]));
  else known.add(text);
}

/** All values of several configs. */
export function mergeSharedValues(all: Iterable<SharedValues>): SharedValues {
  const merged = new Map<string, Set<string>>();
  for (const values of all) for (const [path, texts] of values) for (const text of texts) add(merged, path, text);
  return merged;
}
