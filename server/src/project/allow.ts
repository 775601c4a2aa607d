/** What a project allows beyond what the xl of the Xen project reads: names of options, and keys and values in device strings. */
import { OPTIONS } from '../options/index';
import type { AllowedFields } from '../schema/allowance';
import { message } from '../text/message';
import { describePath, type JsonPath, type Report } from './project-problem';
import { isRecord } from './is-record';
import { readEntries, readStrings } from './read-json';

export interface Allowed {
  readonly options: readonly string[];
  readonly fields: Readonly<Record<string, AllowedFields>>;
}

/** The options whose strings have fields. */
export const DEVICE_OPTIONS = OPTIONS.filter(({ type }) => type.spec !== undefined && type.spec.keys.length > 0).map(({ name }) => name);
const DEVICE_NAMES: ReadonlySet<string> = new Set(DEVICE_OPTIONS);

/** Reads the value of `allow`. */
export function readAllow(value: unknown, path: JsonPath, report: Report): Allowed {
  let options: readonly string[] = [];
  const fields: Record<string, AllowedFields> = {};
  for (const [name, allowed] of readEntries(value, path, report)) {
    const place = [...path, name];
    if (name === 'options') options = readStrings(allowed, place, report);
    else if (!DEVICE_NAMES.has(name))
      report(place, message('{place} is neither `options` nor an option with device strings', { place: describePath(place) }), 'name');
    else if (isRecord(allowed)) fields[name] = readFields(allowed, place, report);
    else report(place, message('{place} has to be an object', { place: describePath(place) }));
  }
  return { options, fields };
}

function readFields(record: Readonly<Record<string, unknown>>, path: JsonPath, report: Report): AllowedFields {
  for (const key of Object.keys(record)) {
    const place = [...path, key];
    if (key !== 'keys' && key !== 'values')
      report(place, message('{place} is not a key that xlcfg knows', { place: describePath(place) }), 'name');
  }
  const values = readEntries(record['values'], [...path, 'values'], report).map(
    ([key, allowed]) => [key, readStrings(allowed, [...path, 'values', key], report)] as const,
  );
  return { keys: readStrings(record['keys'], [...path, 'keys'], report), values: Object.fromEntries(values) };
}

/** What both allow. */
export function mergeFields(
  base: Readonly<Record<string, AllowedFields>>,
  over: Readonly<Record<string, AllowedFields>>,
): Readonly<Record<string, AllowedFields>> {
  const merged: Record<string, AllowedFields> = { ...base };
  for (const [name, { keys, values }] of Object.entries(over)) {
    const { keys: others = [], values: known = {} } = base[name] ?? {};
    const added = Object.entries(values).map(
      ([key, texts]) => [key, [...((Object.hasOwn(known, key) ? known[key] : []) ?? []), ...texts]] as const,
    );
    merged[name] = { keys: [...others, ...keys], values: { ...known, ...Object.fromEntries(added) } };
  }
  return merged;
}
