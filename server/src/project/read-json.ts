/** Reads parts of JSON that may be anything; what is not of the kind that is wanted is reported and left out. */
import { message } from '../text/message';
import { isRecord } from './is-record';
import { describePath, type JsonPath, type Report } from './project-problem';

/** The properties of an object; none where there is none. */
export function readEntries(value: unknown, path: JsonPath, report: Report): readonly (readonly [string, unknown])[] {
  if (value === undefined || value === null) return [];
  if (isRecord(value)) return Object.entries(value);
  report(path, message('{place} has to be an object', { place: describePath(path) }));
  return [];
}

/** Reads a list of strings; what is none is left out. */
export function readStrings(value: unknown, path: JsonPath, report: Report): readonly string[] {
  return readList(value, path, report).flatMap((item, index): readonly string[] => {
    if (typeof item === 'string') return [item];
    const place = [...path, index];
    report(place, message('{place} has to be a string', { place: describePath(place) }));
    return [];
  });
}

/** The items of a list; none where there is no list. */
export function readList(value: unknown, path: JsonPath, report: Report): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  report(path, message('{place} has to be a list', { place: describePath(path) }));
  return [];
}
