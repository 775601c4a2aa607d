/** Where an option ends up in libxl's description of a domain, and in which form (libxl_types.idl). */
import type { Word } from '../text/message';
import { isObject, type Json } from '../text/json';
import { parseCNumber } from './c-text/c-number';
import { canonicalUuid, toDefbool, UUID } from './libxl-text';
import type { ValueContext } from './value-context';
import { explainValue } from './value-types/check-type';
import type { ValueType } from './value-types/value-type';
import { type AtomValue, leadingAtoms, type XlValue } from './xl-value';

/**
 * The form of a field: `defbool` is libxl's "True" or "False", `memkb` counts KiB while
 * the config counts MiB, `word` is a name in lower case, `strings` a list of texts,
 * `vcpus` the numbers of so many vCPUs, `struct` what the language of the text says, and `random` is made up by xl each time, so it is left out.
 */
export type FieldKind = 'string' | 'defbool' | 'int' | 'uint' | 'memkb' | 'word' | 'uuid' | 'strings' | 'vcpus' | 'struct' | 'random';

export interface DomainField {
  /** Dotted path from the root of libxl's JSON. */
  readonly at: string;
  readonly as: FieldKind;
  /** The value that the field has from the beginning, which libxl's JSON leaves out; 0 for numbers where nothing is said. */
  readonly initial?: Json;
}

/** What libxl's JSON has for a value; undefined where xl does not take it, or where the field keeps its initial value. */
export function readField(field: DomainField, value: XlValue, type: ValueType, context: ValueContext): Json | undefined {
  const read = readValue(field, value, type, context);
  const initial = field.initial ?? (field.as === 'int' || field.as === 'uint' ? 0 : undefined);
  return read === initial ? undefined : read;
}

function readValue({ as }: DomainField, value: XlValue, type: ValueType, context: ValueContext): Json | undefined {
  if (as === 'strings') return readStrings(value, type);
  if (value.kind === 'list' || as === 'random') return undefined;
  if (as === 'struct') return readStruct(value.text, type, context);
  if (as === 'string') return value.text;
  if (as === 'uuid') return UUID.test(value.text) ? canonicalUuid(value.text) : undefined;
  if (as === 'word') return toWord(meaningOf(value.text, explainValue(type, value, context)));
  return readNumber(as, value);
}

/** What the language of a text makes of it; without anything in it there is no struct. */
function readStruct(text: string, type: ValueType, context: ValueContext): Json | undefined {
  const struct = type.spec?.toStruct?.(text, context);
  return isObject(struct) && Object.keys(struct).length > 0 ? struct : undefined;
}

/** The word that xl takes a text for, where the type says that it is another one. */
function meaningOf(text: string, explanation: Word | undefined): string {
  return typeof explanation === 'string' ? explanation : text;
}

function readNumber(as: 'defbool' | 'int' | 'uint' | 'memkb' | 'vcpus', atom: AtomValue): Json | undefined {
  const number = parseCNumber(atom.text);
  if (number.kind !== 'number' || atom.isAppended) return undefined;
  if (as === 'defbool') return toDefbool(number.value !== 0n);
  if (as === 'vcpus') return countUp(number.value);
  if (as === 'memkb') return Number(BigInt.asUintN(64, number.value * 1024n));
  return Number(as === 'int' ? BigInt.asIntN(32, number.value) : BigInt.asUintN(32, number.value));
}

/** More vCPUs than any release allows; longer lists say nothing more. */
export const MAX_LISTED_VCPUS = 8192;

/** 0 and the numbers after it, so many of them; without any there is no list. */
function countUp(count: bigint): Json | undefined {
  const length = Math.min(Number(count), MAX_LISTED_VCPUS);
  return length > 0 ? Array.from({ length }, (_, vcpu) => vcpu) : undefined;
}

/** A list up to the first item that is not a string; empty ones are left out. */
function readStrings(value: XlValue, { shape }: ValueType): Json | undefined {
  if (value.kind === 'atom') return shape === 'either' ? [value.text] : undefined;
  const strings = leadingAtoms(value).map(({ text }) => text);
  return strings.length === 0 ? undefined : strings;
}

/** libxl's names are written with underscores. */
function toWord(text: string): string {
  return WORDS[text] ?? text.toLowerCase().replaceAll('-', '_');
}

/** xl's own names that differ from libxl's. */
const WORDS: Readonly<Record<string, string>> = { 'rename-restart': 'restart_rename' };
