/** The syntax tree: what was written, with ranges and without any meaning. */
import type { StringOrigin } from '../text/string-origin';
import type { TextRange } from '../text/text-range';
import type { SyntaxProblem } from './syntax-problem';
import type { TemplateText } from './template-text';
import type { TokenList } from './token-list';

export interface StringLiteral {
  readonly kind: 'string';
  readonly range: TextRange;
  /** The text that xl stores: escapes replaced or dropped. */
  readonly value: string;
  readonly origin: StringOrigin;
}

export interface NumberLiteral {
  readonly kind: 'number';
  readonly range: TextRange;
  /** The digits as written; xl keeps a number as its source text. */
  readonly text: string;
}

export interface List {
  readonly kind: 'list';
  readonly range: TextRange;
  readonly items: readonly ValueNode[];
}

/** Stands where a value is expected and none that xl can read was found. */
export interface Missing {
  readonly kind: 'missing';
  readonly range: TextRange;
}

export type ValueNode = StringLiteral | NumberLiteral | List | Missing;

export interface NameNode {
  readonly text: string;
  readonly range: TextRange;
}

export interface Assignment {
  readonly kind: 'assignment';
  readonly range: TextRange;
  readonly name: NameNode;
  readonly operator: '=' | '+=';
  readonly operatorRange: TextRange;
  readonly value: ValueNode;
}

/** What stands between two line ends or semicolons outside of lists: a setting, or what was meant to be one. */
export interface Statement {
  readonly range: TextRange;
  /** Whether xl's parser does not take it as it stands. */
  readonly isBroken: boolean;
}

/** Everything that parsing gives: always a tree, and the problems beside it. */
export interface SyntaxTree {
  readonly text: string;
  readonly tokens: TokenList;
  readonly assignments: readonly Assignment[];
  /** Every token that is no comment, line end nor semicolon stands in one of them, but for a lone last one that xl overlooks. */
  readonly statements: readonly Statement[];
  /** In the order in which xl would meet them; the first one is the first that xl reports. */
  readonly problems: readonly SyntaxProblem[];
  /** How many versions of the text its strings are cut from; each of them stays in memory as long as the tree. */
  readonly textCount: number;
  /** The text is too long to be read, so there is nothing in the tree. */
  readonly isSkipped?: true;
  /** Where a template engine fills something in, for the tree of a template; its strings hold something of the same length there. */
  readonly template?: Template;
}

/** The first placeholder of a template over which xl would stumble, or that it would take as it is. */
export interface TemplateMark {
  readonly range: TextRange;
  readonly text: string;
  /** xl reads the file as it is. */
  readonly isAccepted?: true;
}

export interface Template extends Omit<TemplateText, 'text'> {
  readonly mark: TemplateMark;
}
