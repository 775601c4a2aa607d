/** The `%` of Python behind a text. */
import { MAX_SIZE, type PythonText, type PythonValue, textOf, type Variables } from './python-value';

/** What goes into the places, one after the other or by their names. */
type Arguments = { readonly values: readonly PythonValue[] } | { readonly named: Variables };

const PLACE = /%(?:\((\w+)\))?([-0]*)(\d{0,3})([a-zA-Z%])/g;

/** The text with its places filled in; undefined where Python would stop, or where it is more than can be said here. */
export function formatText(template: string, given: Arguments): PythonText | undefined {
  const missing: string[] = [];
  let next = 0;
  const text = template.replace(PLACE, (_, name: string | undefined, flags: string, width: string, conversion: string) => {
    if (conversion === '%') return '%';
    const value = 'named' in given ? given.named.get(name ?? '') : name === undefined ? given.values[next++] : undefined;
    const written = value === undefined ? undefined : convert(value, conversion);
    if (written === undefined) missing.push(conversion);
    return pad(written ?? '', flags, Number(width));
  });
  const rest = template.replace(PLACE, '');
  const isComplete = 'named' in given || next === given.values.length;
  return missing.length === 0 && isComplete && !rest.includes('%') && text.length <= MAX_SIZE ? { kind: 'text', text } : undefined;
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
