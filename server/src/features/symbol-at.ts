/** Finds what stands at a place of the text and also elsewhere: the name of an option, or that of a thing. */
import type { DomainModel } from '../model/domain-model';
import { listNamedPlaces, type NamedPlace } from '../model/queries/named-places';
import { settingAt } from '../model/queries/setting-at';
import type { WrittenSetting } from '../model/setting';
import { touchesOffset } from '../text/text-range';

export type SymbolAt =
  { readonly kind: 'option'; readonly setting: WrittenSetting } | { readonly kind: 'thing'; readonly place: NamedPlace };

/** What is named at an offset; undefined for all that has no name of its own. */
export function findSymbolAt(model: DomainModel, offset: number): SymbolAt | undefined {
  const setting = settingAt(model, offset);
  if (setting !== undefined && touchesOffset(setting.nameRange, offset)) return { kind: 'option', setting };
  const place = listNamedPlaces(model).find(({ range }) => touchesOffset(range, offset));
  return place === undefined ? undefined : { kind: 'thing', place };
}
