/** The strings of a device list, as far as xl reads them. */
import type { OptionName } from '../../options/index';
import { leadingAtoms } from '../../schema/xl-value';
import { SpecText } from '../../schema/spec-text';
import type { DomainModel } from '../domain-model';
import type { Setting } from '../setting';

/** The strings of an option that is a list, up to the first item that is none; empty for anything else. */
export function deviceItems({ byName }: DomainModel, name: OptionName): readonly SpecText[] {
  return itemsOf(byName.get(name));
}

const known = new WeakMap<Setting, readonly SpecText[]>();

/** The same of one setting; many ask for them. */
export function itemsOf(setting: Setting | undefined): readonly SpecText[] {
  if (setting?.value === undefined) return [];
  const items = known.get(setting) ?? leadingAtoms(setting.value).map((atom) => new SpecText(atom));
  known.set(setting, items);
  return items;
}
