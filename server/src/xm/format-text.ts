/** The `%` of Python behind a text. */
import { type PythonText, type PythonValue, textOf, type Variables } from './python-value';
import { MAX_SIZE } from './value-budget';

/** What goes into the places, one after the other or by their names. */
type Arguments = { readonly values: readonly PythonValue[] } | { readonly named: Variables };

const PLACE = /%(?:\((\w+)\))?([-0]*)(\d{0,3})([a-zA-Z%])/g;

/** The text with its places filled in; undefined where Python would stop, or where it is more than can be said here. */
export function formatText(template: string, given: Arguments): PythonText | undefined {
  let next = 0;
  const find = (name: string | undefined): PythonValue | undefined => {
    if ('named' in given) return given.named.get(name ?? '');
    return name === undefined ? given.values[next++] : undefined;
  };
  let text = '';
  let end = 0;
  for (const place of template.matchAll(PLACE)) {
    const before = template.slice(end, place.index);
    const written = writePlace(place, find);
    if (written === undefined || before.includes('%') || text.length > MAX_SIZE) return undefined;
    text += before + written;
    end = place.index + place[0].length;
  }
  const rest = template.slice(end);
  const isComplete = 'named' in given || next === given.values.length;
  return isComplete && !rest.includes('%') ? { kind: 'text', text: text + rest } : undefined;
}

/** What stands for a place. */
function writePlace(place: RegExpExecArray, find: (name: string | undefined) => PythonValue | undefined): string | undefined {
  const [, name, flags = '', width = '', conversion = ''] = place;
  if (conversion === '%') return '%';
  const value = find(name);
  const written = value === undefined ? undefined : convert(value, conversion);
  return written === undefined ? undefined : pad(written, flags, Number(width));
}

function convert(value: PythonValue, conversion: string): string | undefined {
  if (conversion === 's') return textOf(value);
  if (value.kind !== 'number') return undefined;
  switch (conversion) {
    case 'd':
    case 'i':
    case 'u':
      return String(value.value);
    case 'x':
      return value.value.toString(16);
    case 'X':
      return value.value.toString(16).toUpperCase();
    case 'o':
      return value.value.toString(8);
    default:
      return undefined;
  }
}

function pad(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0')) return text.padStart(width);
  const sign = text.startsWith('-') ? '-' : '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
