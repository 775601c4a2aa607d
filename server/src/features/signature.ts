/** The parts of a device string as a signature, with the part at the cursor. */
import type { DomainModel } from '../model/domain-model';
import { keysKnownTo } from '../specs/spec-key';
import type { SpecField, SpecKey } from '../schema/value-types/value-type';
import { describeKey } from './spec-completion';
import { findPosition, findSpecCursor, type SpecCursor } from './spec-cursor';
import { defineFeature } from './feature';

export interface SignatureParameter {
  readonly label: string;
  readonly markdown?: string;
}

/** One way to write a device. */
export interface Signature {
  readonly label: string;
  readonly parameters: readonly SignatureParameter[];
}

export interface SignatureHelp {
  readonly signatures: readonly Signature[];
  readonly activeSignature: number;
  /** Undefined where the cursor is in none of the parameters. */
  readonly activeParameter: number | undefined;
}

/** What the device string at an offset is made of; undefined outside of such strings. */
export const signatureHelp = defineFeature(({ model, say }, offset: number): SignatureHelp | undefined => {
  const describe = (key: SpecKey): string => describeKey(key, model, say);
  const cursor = findSpecCursor(model, offset);
  if (cursor === undefined || cursor.spec.keys.length === 0) return undefined;
  const keys = listKeys(cursor, model);
  const keyed = toSignature(keys, (key) => (key.type.isFlag === true ? key.name : `${key.name}=…`), describe);
  const positional = cursor.spec.positional?.names ?? [];
  const active = findPositional(cursor, positional);
  if (positional.length === 0) return { signatures: [keyed], activeSignature: 0, activeParameter: findKeyed(cursor.field, keys) };
  const byPosition = {
    label: [...positional, 'key=…'].join(', '),
    parameters: [...positional, 'key=…'].map((name) => describePositional(name, cursor, describe)),
  };
  const signatures = [byPosition, keyed];
  return active === undefined
    ? { signatures, activeSignature: 1, activeParameter: findKeyed(cursor.field, keys) }
    : { signatures, activeSignature: 0, activeParameter: active };
});

/** So many keys are read at a glance. */
const MAX_KEYS = 20;

/** The keys of the language; of one that has too many those that real files have, and those that the string has. */
function listKeys({ spec, item }: SpecCursor, { target }: DomainModel): readonly SpecKey[] {
  const keys = keysKnownTo(spec.keys, target).filter(({ deprecated }) => deprecated === undefined);
  if (keys.length <= MAX_KEYS) return keys;
  const written = new Set(spec.fields(item.text).map(({ key, whole }) => (key ?? whole).text.trim()));
  return keys.filter(({ name, usage }) => usage !== undefined || written.has(name));
}

function toSignature(keys: readonly SpecKey[], labelOf: (key: SpecKey) => string, describe: (key: SpecKey) => string): Signature {
  const parameters = keys.map((key) => ({ label: labelOf(key), markdown: describe(key) }));
  return { label: parameters.map(({ label }) => label).join(', '), parameters };
}

function describePositional(name: string, { spec }: SpecCursor, describe: (key: SpecKey) => string): SignatureParameter {
  const key = spec.keys.find((each) => each.name === name);
  return key === undefined ? { label: name } : { label: name, markdown: describe(key) };
}

function findKeyed(field: SpecField | undefined, keys: readonly SpecKey[]): number | undefined {
  const name = (field?.key ?? field?.whole)?.text.trim();
  const index = keys.findIndex((key) => key.name === name);
  return index < 0 ? undefined : index;
}

/** The position that the cursor fills in; undefined in a part with a key, and in strings that are all keys. */
function findPositional(cursor: SpecCursor, positional: readonly string[]): number | undefined {
  const { spec, item, field } = cursor;
  if (field !== undefined && field.parameter === undefined) return undefined;
  const written = spec.fields(item.text);
  const isKeyed = written.length > 0 && written.every(({ parameter }) => parameter === undefined);
  if (isKeyed) return undefined;
  const index = positional.indexOf(findPosition(cursor) ?? '');
  return index < 0 ? positional.length : index;
}
