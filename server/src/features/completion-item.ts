/** What a list of completions is made of, whoever makes the item. */
import type { TextRange } from '../text/text-range';

export interface Completion {
  readonly label: string;
  readonly kind: 'option' | 'value' | 'snippet' | 'keyword' | 'folder' | 'file';
  readonly detail?: string;
  /** Replaced by the new text. */
  readonly range: TextRange;
  readonly newText: string;
  /** The same in snippet syntax, for editors that take it. */
  readonly snippet?: string;
  /** Orders the list. */
  readonly sortKey: string;
  /** Documentation of the item itself, in Markdown. */
  readonly documentation?: string;
  /** The option whose documentation belongs to the item, where it has none. */
  readonly option?: string;
  readonly isDeprecated?: true;
  /** What is accepted leaves the cursor where the next thing to choose is known. */
  readonly opensNext?: true;
}
