/** Reads JSON with comments from a text that anybody may have written, and remembers where each value stands. */
import { createScanner, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { message, type Message } from '../text/message';
import { type TextRange, textRange } from '../text/text-range';
import type { JsonPath, ProjectProblem } from './project-problem';

/** No project file comes near to these; the parser goes as deep as the text nests. */
const MAX_DEPTH = 50;
const MAX_LENGTH = 1024 * 1024;

export interface JsonText {
  /** Undefined where there is none. */
  readonly value: unknown;
  /** Where the text is not JSON. */
  readonly problems: readonly ProjectProblem[];
  /** Where the value at a path stands, or the name of a property, or else what is nearest. */
  readonly rangeOf: (path: JsonPath, part: 'value' | 'name') => TextRange;
}

const SYNTAX_MESSAGES: Readonly<Record<ReturnType<typeof printParseErrorCode>, Message>> = {
  InvalidSymbol: message('this is not JSON'),
  InvalidNumberFormat: message('this is not a number'),
  PropertyNameExpected: message('a name in double quotes has to stand here'),
  ValueExpected: message('a value has to stand here'),
  ColonExpected: message('a colon has to stand here'),
  CommaExpected: message('a comma has to stand here'),
  CloseBraceExpected: message('a closing brace has to stand here'),
  CloseBracketExpected: message('a closing bracket has to stand here'),
  EndOfFileExpected: message('nothing may follow here'),
  InvalidCommentToken: message('this is not a comment'),
  UnexpectedEndOfComment: message('the comment has no end'),
  UnexpectedEndOfString: message('the string has no end'),
  UnexpectedEndOfNumber: message('the number has no end'),
  InvalidUnicode: message('this is not a Unicode escape'),
  InvalidEscapeCharacter: message('this is not an escape'),
  InvalidCharacter: message('this character may not stand in a string'),
  '<unknown ParseErrorCode>': message('this is not JSON'),
};

/** Reads a text. Never throws; a text that is too large or nests too deep has no value. */
export function readJson(text: string): JsonText {
  const whole = textRange(0, text.length);
  if (text.length > MAX_LENGTH)
    return refuse({ message: message('the file is larger than {size} KiB', { size: String(MAX_LENGTH / 1024) }), range: textRange(0, 0) });
  const tooDeep = findDepth(text, MAX_DEPTH);
  if (tooDeep !== undefined)
    return refuse({ message: message('this nests more than {depth} deep', { depth: String(MAX_DEPTH) }), range: tooDeep });
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  return {
    value: root === undefined ? undefined : getNodeValue(root),
    problems: errors.map(({ error, offset, length }) => ({
      message: SYNTAX_MESSAGES[printParseErrorCode(error)],
      // Behind a comment without an end, the parser counts on past the end of the text.
      range: textRange(offset, Math.min(offset + length, text.length)),
    })),
    rangeOf: (path, part) => (root === undefined ? whole : locate(root, path, part)),
  };
}

function refuse(problem: ProjectProblem): JsonText {
  return { value: undefined, problems: [problem], rangeOf: () => problem.range };
}

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Where the text nests deeper than `limit`. A bracket that closes nothing is passed over, as the parser does. */
function findDepth(text: string, limit: number): TextRange | undefined {
  const scanner = createScanner(text, true);
  const open: string[] = [];
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const token = text.slice(offset, offset + scanner.getTokenLength());
    const closer = CLOSERS[token];
    if (closer !== undefined) open.push(closer);
    else if (token === open.at(-1)) open.pop();
    if (open.length > limit) return textRange(offset, offset + token.length);
  }
  return undefined;
}

function locate(root: Node, path: JsonPath, part: 'value' | 'name'): TextRange {
  let node = root;
  for (const [index, step] of path.entries()) {
    const child = childAt(node, step);
    if (child === undefined) break;
    const [name = child, value = name] = child.type === 'property' ? (child.children ?? []) : [];
    const isWanted = index === path.length - 1 && part === 'name';
    node = isWanted ? name : value;
  }
  return textRange(node.offset, node.offset + node.length);
}

/** An item of a list, or a property; of those with one name the last counts. */
function childAt({ type, children = [] }: Node, step: string | number): Node | undefined {
  if (typeof step === 'number') return type === 'array' ? children[step] : undefined;
  return children.filter((each) => each.type === 'property' && each.children?.[0]?.value === step).at(-1);
}
