/** The tokens of a configuration text. Concatenated in order they give the text back. */
import type { TextRange } from '../text/text-range';

export type TokenKind =
  | 'name'
  | 'number'
  | 'string'
  | 'open-bracket'
  | 'close-bracket'
  | 'comma'
  | 'equals'
  | 'plus-equals'
  | 'semicolon'
  | 'newline'
  | 'comment'
  | 'blank'
  /** Characters that start no token of the grammar. */
  | 'bad'
  /** The end of the text; always the last token, and empty. */
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly range: TextRange;
  /** A string whose closing quote is not on its line. It reaches to the end of the line. */
  readonly isUnterminated?: true;
}

/** Says whether the parser skips the token. A comment ends with a newline token of its own, which the parser does see. */
export function isTrivia(token: Token): boolean {
  return token.kind === 'blank' || token.kind === 'comment';
}
