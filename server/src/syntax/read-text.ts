/** Reads a text, unless it is longer than anything that people write. */
import { tokenize } from './lexer';
import type { SyntaxTree } from './nodes';
import { parse } from './parser';

/** Ten thousand lines of fifty characters; the largest config that somebody published has 15,000 characters in all. */
export const MAX_LENGTH = 500_000;

/**
 * The tree of a text; of one that is too long, a tree with nothing in it, so that no keystroke in it costs more than another.
 * @param earlier of another version of the text
 */
export function readText(text: string, earlier?: SyntaxTree): SyntaxTree {
  if (text.length <= MAX_LENGTH) return parse(text, earlier);
  return { text, tokens: tokenize(''), assignments: [], statements: [], problems: [], textCount: 1, isSkipped: true };
}
