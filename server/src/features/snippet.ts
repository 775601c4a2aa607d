/** Writes whole settings in the snippet syntax of editors. */
import type { Option } from '../options/index';
import type { Suggestion, ValueContext } from '../schema/value-context';

/** A setting of an option with its value to fill in: a choice where the values are known, and a number where one has to stand. */
export function optionSnippet(option: Option, context: ValueContext): string {
  if (option.type.kind === 'nested-list') return `${option.name} = [ [ "$1" ] ]`;
  if (option.type.shape === 'list') return `${option.name} = [ "$1" ]`;
  const suggestions = option.type.suggest(context);
  const isQuoted = suggestions[0]?.isQuoted ?? option.type.kind !== 'integer';
  const field = suggestions.length > 0 ? offer(suggestions) : isQuoted ? '$1' : `\${1:${startNumber(option)}}`;
  return isQuoted ? `${option.name} = "${field}"` : `${option.name} = ${field}`;
}

function offer(suggestions: readonly Suggestion[]): string {
  const texts = suggestions.map(({ text }) => text);
  const [first = ''] = texts;
  if (texts.length === 1) return `\${1:${escapeSnippet(first)}}`;
  return `\${1|${texts.map((text) => text.replace(/[,|\\$}]/g, '\\$&')).join(',')}|}`;
}

/** A text that stands in a snippet for itself. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A statement without a value is not a statement, so a number stands there until another one is typed. */
function startNumber(option: Option): string {
  return option.startValue ?? (/^\d+$/.test(option.default ?? '') ? option.default : undefined) ?? '0';
}

/** A field of a snippet: a choice, a text to type over, or only its number. */
const FIELD = /\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d+|\\([\\$}])/g;

/** The text that a snippet gives when every field keeps what it starts with. */
export function plainText(snippet: string): string {
  return snippet.replace(FIELD, (_, choice?: string, text?: string, escaped?: string) =>
    escaped === undefined ? (choice ?? text ?? '').replace(/\\(.)/g, '$1') : escaped,
  );
}
