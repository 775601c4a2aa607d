/** The tokens of a configuration text. Concatenated in order they give the text back. */
import type { TextRange } from '../text/text-range';

/** `bad`: characters that start no token of the grammar. `end`: the end of the text; always the last token, and empty. */
export const TOKEN_KINDS = [
  'end',
  'name',
  'number',
  'string',
  'open-bracket',
  'close-bracket',
  'comma',
  'equals',
  'plus-equals',
  'semicolon',
  'newline',
  'comment',
  'blank',
  'bad',
] as const;

export type TokenKind = (typeof TOKEN_KINDS)[number];

export interface Token {
  readonly kind: TokenKind;
  readonly range: TextRange;
  /** A string whose closing quote is not on its line. It reaches to the end of the line. */
  readonly isUnterminated?: true;
}

/** Says whether the parser skips tokens of a kind. A comment ends with a newline token of its own, which the parser does see. */
export function isTrivia(kind: TokenKind): boolean {
  return kind === 'blank' || kind === 'comment';
}
