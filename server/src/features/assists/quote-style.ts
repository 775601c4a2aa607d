/** Puts a string into the other quotation marks. */
import { unescapeString } from '../../syntax/string-literal';
import { EVERY_KIND } from '../../schema/config-kind';
import { message } from '../../text/message';
import { textRange } from '../../text/text-range';
import type { Assist, AssistOffer } from './assist';
import { stringAt } from './find-place';

export const quoteStyle: Assist = {
  id: 'quoteStyle',
  keepsDomain: true,
  kinds: EVERY_KIND,
  *offer({ model: { tree }, place, setting }): Generator<AssistOffer> {
    const literal = setting === undefined ? undefined : stringAt(setting, place.start);
    if (literal === undefined || place.end > literal.range.end) return;
    const written = tree.text.slice(literal.range.start, literal.range.end);
    const quote = written.startsWith('"') ? "'" : '"';
    const newText = quote + swapEscapes(written.slice(1, -1), quote) + quote;
    // What xl makes of odd escapes stays odd only where the string reads the same in the end.
    if (unescapeString(newText, textRange(1, newText.length - 1)).value !== literal.value) return;
    const title = quote === '"' ? message('Use double quotes') : message('Use single quotes');
    yield { title, edits: [{ range: literal.range, newText }] };
  },
};

/** Escapes the new quotation mark and frees the old one; other escapes stay as they were written. */
function swapEscapes(inner: string, quote: string): string {
  return inner.replace(/\\?[\s\S]/g, (piece) => {
    if (piece === quote) return `\\${piece}`;
    const isOther = piece === '\\"' || piece === "\\'";
    return isOther && piece.charAt(1) !== quote ? piece.slice(1) : piece;
  });
}
