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

/** The same of one setting. */
export function itemsOf(setting: Setting | undefined): readonly SpecText[] {
  return setting?.value === undefined ? [] : leadingAtoms(setting.value).map((atom) => new SpecText(atom));
}
