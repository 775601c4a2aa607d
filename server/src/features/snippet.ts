/** Writes whole settings in the snippet syntax of editors. */
import type { Option } from '../options/index';
import type { ValueContext } from '../schema/value-context';

/** A setting of an option with its value to fill in: a choice where the values are known. */
export function optionSnippet(option: Option, context: ValueContext): string {
  const suggestions = option.type.suggest(context);
  if (option.type.kind === 'nested-list') return `${option.name} = [ [ "$1" ] ]`;
  if (option.type.shape === 'list') return `${option.name} = [ "$1" ]`;
  const isQuoted = suggestions[0]?.isQuoted ?? option.type.kind !== 'integer';
  const texts = suggestions.map(({ text }) => text.replace(/[,|\\$}]/g, '\\$&'));
  const field = texts.length > 1 ? `\${1|${texts.join(',')}|}` : '$1';
  return isQuoted ? `${option.name} = "${field}"` : `${option.name} = ${field}`;
}

/** The text that a snippet gives when every field keeps what it starts with. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}
