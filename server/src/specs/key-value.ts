/**
 * Strings of `key=value` fields between commas, as most devices have them. xl
 * splits them with strtok, so empty fields vanish; what it does about a field
 * without `=` and about an unknown key differs from device to device.
 */
import { message, plainMessage } from '../text/message';
import { isObject, type Json, type JsonObject, removeAt, setAt } from '../text/json';
import type { Target } from '../schema/target';
import type { ValueContext } from '../schema/value-context';
import type { ValueProblem } from '../schema/value-problem';
import { isSince } from '../schema/xen-version';
import type { DeviceTitle, ExplainedPart, KeyDeclaration, Spec, SpecContext, SpecField, SpecKey } from '../schema/value-types/value-type';
import { type HostDefaults, NO_HOST_DEFAULTS } from '../schema/host-defaults';
import { describeDefault } from '../schema/default-value';
import { checkKey, explainText, closestKey, keysKnownTo, malformed } from './spec-key';
import { splitFields, splitPair } from '../schema/c-text/fields';
import { type Slice, type SpecText } from '../schema/spec-text';

export interface KeyValueOptions<Field extends string = string> {
  readonly id: string;
  readonly what: string;
  readonly keys: readonly KeyDeclaration<NoInfer<Field>>[];
  /** An unknown key: xl refuses the string, prints a line and goes on, or says nothing. */
  readonly unknown: 'refused' | 'reported' | 'silent';
  /** A field without `=`: an unknown key like others, or the end of what xl reads. */
  readonly withoutEquals?: 'unknown' | 'ends';
  /** White space round key and value is dropped, and an empty value is refused. */
  readonly isTrimmed?: boolean;
  /** The keys that tell a device from its like; the first with a value names it. */
  readonly titleKeys?: readonly string[];
  /** What has to hold between the fields. */
  readonly checkFields?: (fields: readonly SpecField[], item: SpecText, context: SpecContext) => Iterable<ValueProblem>;
}

/** The value of the last field with a key, which is the one that counts. */
export function valueOf(fields: readonly SpecField[], key: string): Slice | undefined {
  return fields.filter((field) => field.key?.text === key).at(-1)?.value;
}

/**
 * Declares a mini-language of such strings.
 * @typeParam Field the fields of libxl's struct that keys of another name fill in
 */
export function keyValueSpec<Field extends string = never>(options: KeyValueOptions<Field>): Spec {
  return {
    id: options.id,
    what: options.what,
    keys: options.keys,
    lastKeyCounts: true,
    fields: splitFields,
    explain: (text, context) => explainFields(splitFields(text), options, context),
    title: (text) => titleOf(splitFields(text), options.titleKeys ?? []),
    toStruct: (text, { target }) => toStruct(readFields(text, options, target), options.keys, target),
    *checkItem(item, context) {
      const fields: SpecField[] = [];
      for (const field of splitFields(item.text)) {
        if (field.key === undefined && options.withoutEquals === 'ends') {
          const rest = item.slice(field.whole.start, item.text.length);
          yield { code: 'lost-device-fields', range: item.rangeOf(rest), message: 'noEquals', data: { text: field.whole.text } };
          break;
        }
        if (field.whole.text === '' && options.unknown !== 'refused' && options.isTrimmed !== true) {
          if (options.unknown === 'reported') yield blankField(field.whole, item);
          continue;
        }
        const read = options.isTrimmed === true ? splitPair(field.whole, context.target) : field;
        fields.push(read);
        yield* checkField(read, item, options, context);
      }
      yield* options.checkFields?.(fields, item, context) ?? [];
    },
  };
}

function titleOf(fields: readonly SpecField[], keys: readonly string[]): DeviceTitle | undefined {
  const [name, ...others] = keys.flatMap((key) => valueOf(fields, key)?.text.trim() || []);
  return name === undefined ? undefined : { name, details: others };
}

/** The fields that xl reads, in their order. */
export function readFields(
  text: string,
  options: Pick<KeyValueOptions, 'withoutEquals' | 'isTrimmed'>,
  target: Target,
): readonly SpecField[] {
  const fields = splitFields(text);
  const end = options.withoutEquals === 'ends' ? fields.findIndex(({ key }) => key === undefined) : -1;
  const read = end < 0 ? fields : fields.slice(0, end);
  return options.isTrimmed === true ? read.map(({ whole }) => splitPair(whole, target)) : read;
}

/** What the struct has before xl reads a string, as the `xl.conf` of the host says. */
export function fieldsOfHost(keys: readonly SpecKey[], hostDefaults: HostDefaults = NO_HOST_DEFAULTS): JsonObject {
  const struct: JsonObject = {};
  for (const key of keys) {
    const text = key.defaultFrom === undefined ? undefined : hostDefaults.get(key.defaultFrom);
    const read = text === undefined ? undefined : key.type.read?.(text);
    if (read !== undefined) setField(struct, key, read);
  }
  return struct;
}

/**
 * The struct that the fields fill in, one after the other.
 * @param initial what it has before
 */
export function toStruct(fields: readonly SpecField[], keys: readonly SpecKey[], target: Target, initial: JsonObject = {}): JsonObject {
  const struct: JsonObject = { ...initial };
  for (const { whole, key, value } of fields) {
    const name = (key ?? whole).text;
    const declared = keysKnownTo(keys, target).find((each) => each.name === name && (each.type.isFlag === true) === (key === undefined));
    const read = declared?.type.read?.(value?.text ?? '');
    if (declared === undefined || read === undefined) continue;
    if (isObject(read)) Object.assign(struct, read);
    else setField(struct, declared, read);
  }
  return struct;
}

function setField(struct: JsonObject, { name, field, initial }: SpecKey, value: Json): void {
  const path = field ?? name.replaceAll('-', '_');
  if (value === (initial ?? 0) || value === false) removeAt(struct, path);
  else setAt(struct, path, value);
}

/** The fields that count: the last of each key that the target knows, and the defaults of the others that have one. */
function explainFields(fields: readonly SpecField[], { keys }: KeyValueOptions, context: ValueContext): readonly ExplainedPart[] {
  return keysKnownTo(keys, context.target).flatMap((key): readonly ExplainedPart[] => {
    const isSet = fields.some(({ whole }) => key.type.isFlag === true && whole.text === key.name);
    if (isSet) return [[key.name, message('yes')]];
    const text = valueOf(fields, key.name)?.text;
    if (text !== undefined) return [[key.name, explainText(key, text, context)]];
    const standard = describeDefault(key, context.hostDefaults);
    if (standard === undefined) return [];
    const isOfHost = key.defaultFrom !== undefined && context.hostDefaults?.has(key.defaultFrom) === true;
    return isOfHost ? [[key.name, standard]] : [[key.name, message('{value} (default)', { value: standard }), true]];
  });
}

/** xl prints a line about blanks between two commas, though they are no key that somebody meant. */
function blankField({ start, end }: Slice, item: SpecText): ValueProblem {
  // From the comma before, or the front: what stands between it and the field is blank.
  const from = Math.max(0, item.text.lastIndexOf(',', start - 1));
  const to = from === 0 && item.text.charAt(end) === ',' ? end + 1 : end;
  const replacements = [{ newText: '', isSafe: true }];
  return { code: 'empty-device-field', range: item.rangeOf({ start: from, end: to }), message: 'blank', data: {}, replacements };
}

function* checkField(field: SpecField, item: SpecText, options: KeyValueOptions, context: ValueContext): Generator<ValueProblem> {
  const { target } = context;
  if (options.isTrimmed === true && field.value === undefined) {
    yield malformed(field.whole, item, field.whole.text.includes('=') ? 'emptyValue' : 'noEquals');
    return;
  }
  const name = field.key === undefined || field.key.text === '' ? field.whole : field.key;
  const declared = options.keys.find((key) => key.name === name.text && (key.type.isFlag === true) === (field.key === undefined));
  if (declared === undefined || !isSince(target.xen, declared.since)) {
    yield unknownKey(name, item, options, declared, target);
    return;
  }
  if (declared.deprecated !== undefined) yield deprecatedKey(name, item, declared);
  if (field.value !== undefined) yield* checkKey(declared, field.value, item, context);
}

function deprecatedKey(name: Slice, item: SpecText, key: SpecKey): ValueProblem {
  const replacement = key.deprecated ?? '';
  const data = { key: key.name, replacement };
  const replacements = replacement === '' ? [] : [{ newText: replacement, isSafe: true }];
  return {
    code: 'deprecated-device-form',
    range: item.rangeOf(name),
    message: replacement === '' ? 'ignored' : 'renamed',
    data,
    replacements,
  };
}

/** The finding for a key that the target does not know. */
export function unknownKey(
  name: Slice,
  item: SpecText,
  options: Pick<KeyValueOptions, 'what' | 'keys' | 'unknown'>,
  declared: SpecKey | undefined,
  target: Target,
): ValueProblem {
  const range = item.rangeOf(name);
  const closest = closestKey(name.text, options.keys, target);
  const message = declared !== undefined ? 'tooNew' : closest !== undefined && closest !== name.text ? 'misspelt' : 'unknown';
  const data = { key: name.text, what: plainMessage(options.what), replacement: closest ?? '', since: declared?.since ?? '' };
  const replacements = message === 'misspelt' ? [{ newText: closest ?? '', isSafe: false }] : [];
  if (options.unknown === 'refused') return { code: 'unknown-device-key', range, message, data, stage: 'parse', replacements };
  return { code: 'ignored-device-key', range, message: options.unknown === 'silent' ? `${message}Silently` : message, data, replacements };
}
