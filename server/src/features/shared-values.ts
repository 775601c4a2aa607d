/** Values that repeat from config to config: names of bridges, hotplug scripts and driver domains. */
import type { DomainModel } from '../model/domain-model';
import { itemsOf } from '../model/queries/device-items';
import type { Spec, SpecField } from '../schema/value-types/value-type';

/** The values of a key of an option, by `option.key`. */
export type SharedValues = ReadonlyMap<string, ReadonlySet<string>>;

export const NO_SHARED_VALUES: SharedValues = new Map();

/** The values of one config that others may want to use. */
export function collectSharedValues(model: DomainModel): SharedValues {
  const values = new Map<string, Set<string>>();
  for (const setting of model.byName.values()) {
    const { name, option } = setting;
    const spec = option?.type.spec;
    if (spec === undefined || !spec.keys.some((key) => key.isShared === true)) continue;
    for (const field of itemsOf(setting).flatMap((item) => spec.fields(item.text))) collectField(field, name, spec, values);
  }
  return values;
}

function collectField({ key, value }: SpecField, option: string, spec: Spec, values: Map<string, Set<string>>): void {
  const declared = spec.keys.find(({ name }) => name === key?.text);
  if (declared?.isShared === true && value !== undefined) add(values, `${option}.${declared.name}`, value.text);
}

function add(values: Map<string, Set<string>>, place: string, text: string): void {
  if (text === '') return;
  const known = values.get(place);
  if (known === undefined) values.set(place, new Set([text]));
  else known.add(text);
}

/** All values of several configs. */
export function mergeSharedValues(all: Iterable<SharedValues>): SharedValues {
  const merged = new Map<string, Set<string>>();
  for (const values of all) for (const [place, texts] of values) for (const text of texts) add(merged, place, text);
  return merged;
}
