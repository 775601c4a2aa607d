/** The names in device strings, read once for all who ask, and for one version of a document after the other. */
import { trimSlice } from '../schema/c-text/fields';
import type { NamedThing } from '../schema/named-thing';
import type { Slice } from '../schema/spec-text';
import type { Spec, SpecKey, TextType } from '../schema/value-types/value-type';
import { Remembered } from './remembered';

/** What a text names. */
export interface NameInText {
  readonly thing: NamedThing;
  /** What all texts of the kind have in common that name the same thing. */
  readonly identity: string;
  /** The thing has its name from here. */
  readonly isDefinition: boolean;
}

/** A name in a device string. */
export interface NamedSlice extends NameInText {
  readonly slice: Slice;
  readonly key: string;
}

/** What a text of a kind names; undefined where it names nothing. */
export function readName({ identifies, refersTo }: TextType, text: string): NameInText | undefined {
  const thing = identifies ?? refersTo;
  const identity = thing?.identify(text);
  return thing === undefined || identity === undefined ? undefined : { thing, identity, isDefinition: identifies !== undefined };
}

/** So many strings are read again in no time, and what they name takes more memory than they do. */
const FEW = 200;

export class NameReader {
  private readonly before: ReadonlyMap<Spec, Remembered<readonly NamedSlice[]>>;
  private readonly bySpec = new Map<Spec, Remembered<readonly NamedSlice[]>>();

  /** @param earlier of the version before */
  constructor(earlier?: NameReader) {
    this.before = earlier?.bySpec ?? new Map<Spec, Remembered<readonly NamedSlice[]>>();
  }

  /**
   * What finds the names in strings of a language.
   * @param count how many strings there are
   */
  readerOf(spec: Spec, count: number): (text: string) => readonly NamedSlice[] {
    if (count <= FEW) return (text) => readNames(spec, text);
    const known = this.bySpec.get(spec) ?? new Remembered((text) => readNames(spec, text), this.before.get(spec));
    this.bySpec.set(spec, known);
    return (text) => known.of(text);
  }
}

function readNames(spec: Spec, text: string): readonly NamedSlice[] {
  const keys = namingKeys(spec);
  return spec.fields(text).flatMap(({ whole, key, value, parameter }): readonly NamedSlice[] => {
    const declared = keys.get(key?.text.trim() ?? parameter ?? '');
    const written = key === undefined ? whole : value;
    if (declared === undefined || written === undefined) return [];
    const slice = trimSlice(written);
    const name = readName(declared.type, slice.text);
    return name === undefined ? [] : [{ ...name, slice, key: declared.name }];
  });
}

const naming = new WeakMap<Spec, ReadonlyMap<string, SpecKey>>();

/** The keys of a language whose values name something. */
export function namingKeys(spec: Spec): ReadonlyMap<string, SpecKey> {
  const known = naming.get(spec);
  if (known !== undefined) return known;
  const named = spec.keys.filter(({ type }) => type.identifies !== undefined || type.refersTo !== undefined);
  const keys = new Map(named.map((key) => [key.name, key]));
  naming.set(spec, keys);
  return keys;
}
