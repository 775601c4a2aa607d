/** Everything in a config that gives something its name, or means something by its name. The schema says what does. */
import type { NamedThing } from '../../schema/named-thing';
import { trimSlice } from '../../schema/c-text/fields';
import { SpecText } from '../../schema/spec-text';
import type { Spec, SpecKey, TextType } from '../../schema/value-types/value-type';
import type { AtomValue } from '../../schema/xl-value';
import { leadingAtoms } from '../../schema/xl-value';
import { type TextRange, textRange } from '../../text/text-range';
import type { DomainModel } from '../domain-model';
import type { FieldReader } from '../field-reader';
import type { Setting } from '../setting';

export interface NamedPlace {
  readonly thing: NamedThing;
  /** What all places of the kind have in common that name the same thing. */
  readonly identity: string;
  /** The name as xl reads it. */
  readonly text: string;
  /** The name as it is written, without the quotes round it. */
  readonly range: TextRange;
  /** The thing has its name from here. */
  readonly isDefinition: boolean;
  /** The option, and the key of a device string: `vif.bridge`. */
  readonly path: string;
  readonly setting: Setting;
  /** The device string that it stands in. */
  readonly item?: AtomValue;
}

const known = new WeakMap<readonly Setting[], readonly NamedPlace[]>();

/** All of them in the order of the text, also in settings that a later one overrules. */
export function listNamedPlaces({ effective, fieldReader }: DomainModel): readonly NamedPlace[] {
  const before = known.get(effective);
  if (before !== undefined) return before;
  const places = effective.flatMap((setting) => placesIn(setting, fieldReader)).sort((a, b) => a.range.start - b.range.start);
  known.set(effective, places);
  return places;
}

/** The places of a config that name one thing. */
export function findNamedPlaces(model: DomainModel, { kind, identity }: ThingId): readonly NamedPlace[] {
  return listNamedPlaces(model).filter((place) => place.thing.kind === kind && place.identity === identity);
}

/** One thing among all that have names. */
export interface ThingId {
  readonly kind: NamedThing['kind'];
  readonly identity: string;
}

/** The thing that a place names. */
export function thingOf({ thing: { kind }, identity }: NamedPlace): ThingId {
  return { kind, identity };
}

function placesIn(setting: Setting, fields: FieldReader): readonly NamedPlace[] {
  const { option, value } = setting;
  if (option === undefined || value === undefined) return [];
  const { type } = option;
  if (type.spec !== undefined) return placesInDevices(setting, type.spec, fields);
  if (type.shape !== 'atom' || value.kind !== 'atom') return [];
  const range = value.origin.toDocument(textRange(0, value.text.length));
  return toPlaces(type, value.text, { range, path: option.name, setting });
}

function placesInDevices(setting: Setting, spec: Spec, fields: FieldReader): readonly NamedPlace[] {
  const keys = namingKeys(spec);
  if (keys.size === 0 || setting.value === undefined) return [];
  return leadingAtoms(setting.value).flatMap((atom) => {
    const item = new SpecText(atom);
    return fields.of(spec, atom.text).flatMap(({ whole, key, value, parameter }): readonly NamedPlace[] => {
      const declared = keys.get(key?.text.trim() ?? parameter ?? '');
      const slice = key === undefined ? whole : value;
      if (declared === undefined || slice === undefined) return [];
      const name = trimSlice(slice);
      const place = { range: item.rangeOf(name), path: `${setting.name}.${declared.name}`, setting, item: atom };
      return toPlaces(declared.type, name.text, place);
    });
  });
}

function toPlaces(
  { identifies, refersTo }: TextType,
  text: string,
  place: Pick<NamedPlace, 'range' | 'path' | 'setting' | 'item'>,
): readonly NamedPlace[] {
  const thing = identifies ?? refersTo;
  const identity = thing?.identify(text);
  if (thing === undefined || identity === undefined) return [];
  return [{ ...place, thing, identity, text, isDefinition: identifies !== undefined }];
}

const naming = new WeakMap<Spec, ReadonlyMap<string, SpecKey>>();

/** The keys of a language whose values name something. */
function namingKeys(spec: Spec): ReadonlyMap<string, SpecKey> {
  const keys =
    naming.get(spec) ??
    new Map(spec.keys.filter(({ type }) => type.identifies !== undefined || type.refersTo !== undefined).map((key) => [key.name, key]));
  naming.set(spec, keys);
  return keys;
}
