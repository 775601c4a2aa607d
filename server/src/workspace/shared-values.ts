/** Values that repeat from config to config: names of bridges, hotplug scripts and driver domains. */
import type { NamedThing } from '../schema/named-thing';
import type { NamedPlace } from '../model/queries/named-places';

/** Values by what `shareKey` says of a place where one can be written. */
export type SharedValues = ReadonlyMap<string, ReadonlySet<string>>;

export const NO_SHARED_VALUES: SharedValues = new Map();

/**
 * Under which key the values are found that can be written at a place; undefined where nothing is shared.
 * @param path the option, and the key of a device string: `vif.bridge`
 */
export function shareKey(thing: NamedThing | undefined, path: string): string | undefined {
  return thing?.reuse === undefined ? undefined : thing.reuse === 'anywhere' ? thing.kind : path;
}

/** The names in a config that others may want to use. */
export function collectSharedValues(places: readonly NamedPlace[]): SharedValues {
  const values = new Map<string, Set<string>>();
  for (const { thing, isDefinition, path, text } of places) {
    const key = isDefinition ? undefined : shareKey(thing, path);
    if (key !== undefined) add(values, key, text);
  }
  return values;
}

function add(values: Map<string, Set<string>>, key: string, text: string): void {
  const known = values.get(key);
  if (known === undefined) values.set(key, new Set([text]));
  else known.add(text);
}

/** All values of several configs. */
export function mergeSharedValues(all: Iterable<SharedValues>): SharedValues {
  const merged = new Map<string, Set<string>>();
  for (const values of all) for (const [key, texts] of values) for (const text of texts) add(merged, key, text);
  return merged;
}
