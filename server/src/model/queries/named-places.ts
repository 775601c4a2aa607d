/** Everything in a config that gives something its name, or means something by its name. The schema says what does. */
import type { NamedThing } from '../../schema/named-thing';
import { SpecText } from '../../schema/spec-text';
import type { Spec } from '../../schema/value-types/value-type';
import { type AtomValue, leadingAtoms } from '../../schema/xl-value';
import { type TextRange, textRange } from '../../text/text-range';
import type { DomainModel } from '../domain-model';
import { type NamedSlice, type NameInText, namingKeys, type NameReader, readName } from '../name-reader';
import type { Setting } from '../setting';

export interface NamedPlace extends NameInText {
  /** The name as xl reads it. */
  readonly text: string;
  /** The name as it is written, without the quotes round it. */
  readonly range: TextRange;
  /** The option, and the key of a device string: `vif.bridge`. */
  readonly path: string;
  readonly setting: Setting;
  /** The device string that it stands in. */
  readonly item?: AtomValue;
}

/** One thing among all that have names. */
export interface ThingId {
  readonly kind: NamedThing['kind'];
  readonly identity: string;
}

const known = new WeakMap<readonly Setting[], readonly NamedPlace[]>();

/** All of them in the order of the text, also in settings that a later one overrules. */
export function listNamedPlaces(model: DomainModel): readonly NamedPlace[] {
  const places = known.get(model.effective) ?? findAll(model);
  known.set(model.effective, places);
  return places;
}

function findAll(model: DomainModel): readonly NamedPlace[] {
  const places = findPlaces(model, () => true);
  const mentions = findMentions(model, places);
  return mentions.length === 0 ? places : inOrder([...places, ...mentions]);
}

/** Those whose whole text is a name, of things of a kind, without a look at the others, in the order of the text. */
export function findPlaces({ effective, nameReader }: DomainModel, isWanted: (thing: NamedThing) => boolean): readonly NamedPlace[] {
  return inOrder(effective.flatMap((setting) => placesIn(setting, nameReader, isWanted)));
}

function inOrder(places: NamedPlace[]): readonly NamedPlace[] {
  return places.sort((a, b) => orderOf(a) - orderOf(b));
}

/** The places inside of longer texts, of what the config defines at others. */
function findMentions({ effective }: DomainModel, others: readonly NamedPlace[]): readonly NamedPlace[] {
  const defined = new Set(others.filter(({ isDefinition }) => isDefinition).map((place) => keyOfThing(thingOf(place))));
  return effective.flatMap((setting) => {
    const { option, value } = setting;
    if (option?.type.shape !== 'atom' || value?.kind !== 'atom') return [];
    return (option.type.mentions?.(value.text) ?? []).flatMap(({ thing, readings }): readonly NamedPlace[] => {
      const names = readings.map((slice) => ({ slice, identity: thing.identify(slice.text) ?? '' }));
      const name = names.find(({ identity }) => defined.has(keyOfThing({ kind: thing.kind, identity })));
      if (name === undefined) return [];
      const { identity, slice } = name;
      const range = value.origin.toDocument(slice);
      return [{ thing, identity, isDefinition: false, text: slice.text, range, path: option.name, setting }];
    });
  });
}

/** The places of a config that name one thing. */
export function findNamedPlaces(model: DomainModel, { kind, identity }: ThingId): readonly NamedPlace[] {
  return listNamedPlaces(model).filter((place) => place.thing.kind === kind && place.identity === identity);
}

/** A text that is the same for one thing only, for maps. */
export function keyOfThing({ kind, identity }: ThingId): string {
  return `${kind} ${identity}`;
}

/** The thing that a place names. */
export function thingOf({ thing: { kind }, identity }: NamedPlace): ThingId {
  return { kind, identity };
}

function placesIn(setting: Setting, names: NameReader, isWanted: (thing: NamedThing) => boolean): readonly NamedPlace[] {
  const { option, value } = setting;
  if (option === undefined || value === undefined) return [];
  const { type } = option;
  if (type.spec !== undefined) return placesInDevices(setting, type.spec, names, isWanted);
  if (type.shape !== 'atom' || value.kind !== 'atom') return [];
  const name = readName(type, value.text);
  const range = value.origin.toDocument(textRange(0, value.text.length));
  return name === undefined || !isWanted(name.thing) ? [] : [{ ...name, text: value.text, range, path: option.name, setting }];
}

function placesInDevices(setting: Setting, spec: Spec, names: NameReader, isWanted: (thing: NamedThing) => boolean): readonly NamedPlace[] {
  if (namingKeys(spec).size === 0 || setting.value === undefined) return [];
  const places: NamedPlace[] = [];
  const items = leadingAtoms(setting.value);
  const read = names.readerOf(spec, items.length);
  for (const item of items) for (const name of read(item.text)) if (isWanted(name.thing)) places.push(new DevicePlace(name, setting, item));
  return places;
}

/** A name in a device string. There can be thousands, so where it stands is worked out when somebody asks. */
class DevicePlace implements NamedPlace {
  readonly setting: Setting;
  readonly item: AtomValue;
  private readonly name: NamedSlice;

  constructor(name: NamedSlice, setting: Setting, item: AtomValue) {
    this.name = name;
    this.setting = setting;
    this.item = item;
  }

  get thing(): NamedThing {
    return this.name.thing;
  }

  get identity(): string {
    return this.name.identity;
  }

  get isDefinition(): boolean {
    return this.name.isDefinition;
  }

  get text(): string {
    return this.name.slice.text;
  }

  get path(): string {
    return `${this.setting.name}.${this.name.key}`;
  }

  get range(): TextRange {
    return new SpecText(this.item).rangeOf(this.name.slice);
  }

  /** Orders it among all; what stands in one string is in its order. */
  get order(): number {
    return this.item.range.start + this.name.slice.start;
  }
}

function orderOf(place: NamedPlace): number {
  return place instanceof DevicePlace ? place.order : place.range.start;
}
