/** Reads a list, to any depth that xl's parser has room for, without recursion. */
import { plainProblem } from './syntax-problem';
import { textRange } from '../text/text-range';
import { classifyProblem } from './classify-problem';
import type { List, ValueNode } from './nodes';
import { ParserStack } from './parser-stack';
import type { TokenCursor } from './token-cursor';

interface OpenList {
  readonly start: number;
  readonly items: ValueNode[];
  /** Whether an item may come next: behind the bracket and after a comma. */
  expectsItem: boolean;
}

/** Reads the list that begins at the current token, and stops after its bracket or where it is clearly left open. */
export function parseList(cursor: TokenCursor): List {
  return new ListParser(cursor).parse();
}

class ListParser {
  private readonly open: OpenList[] = [];
  private readonly cursor: TokenCursor;
  private readonly stack: ParserStack;

  constructor(cursor: TokenCursor) {
    this.cursor = cursor;
    this.stack = new ParserStack(() => {
      this.cursor.report(plainProblem('list-nesting-too-deep', this.cursor.current.range));
    });
  }

  parse(): List {
    this.openList();
    for (;;) {
      const top = this.open[this.open.length - 1];
      if (top === undefined) break;
      const closed = this.step(top);
      if (closed !== undefined && this.open.length === 0) return closed;
    }
    return { kind: 'list', range: this.cursor.current.range, items: [] };
  }

  /** Takes one token; gives the list that it closes. */
  private step(list: OpenList): List | undefined {
    const { cursor } = this;
    switch (cursor.kind) {
      case 'newline':
        this.stack.passNewline();
        cursor.advance();
        return undefined;
      case 'string':
      case 'number':
        this.expectItem(list);
        this.addItem(list, this.readAtom());
        return undefined;
      case 'open-bracket':
        this.expectItem(list);
        this.openList();
        return undefined;
      case 'close-bracket':
        return this.closeList(list);
      case 'comma':
        this.passComma(list, 'empty-list-item');
        return undefined;
      case 'semicolon':
        cursor.report(plainProblem('semicolon-in-list', cursor.current.range));
        this.passComma(list, 'semicolon-in-list');
        return undefined;
      case 'end':
        return this.leaveOpen();
      default:
        return this.recover(list);
    }
  }

  private openList(): void {
    this.stack.openList();
    this.open.push({ start: this.cursor.current.range.start, items: [], expectsItem: true });
    this.cursor.advance();
  }

  private expectItem(list: OpenList): void {
    if (list.expectsItem) return;
    const { cursor } = this;
    cursor.reportClassified(() => {
      const problem = classifyProblem(cursor, 'list');
      if (problem.code !== 'unexpected-text') return problem;
      return plainProblem('missing-list-comma', textRange(cursor.endOfPrevious - 1, cursor.endOfPrevious));
    });
  }

  private readAtom(): ValueNode {
    const { cursor } = this;
    const { range, kind } = cursor.current;
    const text = cursor.currentText;
    const string = kind === 'string' ? cursor.currentString : undefined;
    cursor.advance();
    if (string === undefined) return { kind: 'number', range, text };
    return { kind: 'string', range, value: string.value, origin: string.origin };
  }

  private addItem(list: OpenList, item: ValueNode): void {
    this.stack.addItem(list.items.length === 0);
    list.items.push(item);
    list.expectsItem = false;
  }

  private passComma(list: OpenList, code: 'empty-list-item' | 'semicolon-in-list'): void {
    if (list.expectsItem) this.cursor.report(plainProblem(code, this.cursor.current.range));
    else this.stack.passComma();
    list.expectsItem = true;
    this.cursor.advance();
  }

  private closeList(list: OpenList): List {
    this.stack.closeList(list.items.length === 0, list.expectsItem);
    this.cursor.advance();
    return this.popList(list, this.cursor.endOfPrevious);
  }

  private popList(list: OpenList, end: number): List {
    this.open.pop();
    const node: List = { kind: 'list', range: textRange(list.start, end), items: list.items };
    const parent = this.open[this.open.length - 1];
    if (parent !== undefined) this.addItem(parent, node);
    return node;
  }

  /** No bracket is coming: the innermost open one is what a person has to look at. */
  private leaveOpen(): List | undefined {
    const innermost = this.open[this.open.length - 1];
    if (innermost === undefined) return undefined;
    this.cursor.report(plainProblem('unterminated-list', textRange(innermost.start, innermost.start + 1)));
    let closed: List | undefined;
    for (let list = this.open[this.open.length - 1]; list !== undefined; list = this.open[this.open.length - 1]) {
      closed = this.popList(list, this.cursor.endOfPrevious);
    }
    return closed;
  }

  private recover(list: OpenList): List | undefined {
    const { cursor } = this;
    const next = cursor.peek();
    const isAssigned = next?.kind === 'equals' || next?.kind === 'plus-equals';
    if (cursor.at('name') && isAssigned && cursor.isFirstOnLine) return this.leaveOpen();
    const isStray = cursor.at('bad') && cursor.currentText.length === 1;
    cursor.reportClassified(() => classifyProblem(cursor, list.expectsItem ? 'value' : 'list'));
    const start = cursor.current.range.start;
    do cursor.advance();
    while (cursor.isAdjacent && cursor.at('name', 'number', 'bad'));
    // A lone sign beside the items takes the place of none.
    if (list.expectsItem && !isStray) this.addItem(list, { kind: 'missing', range: textRange(start, cursor.endOfPrevious) });
    return undefined;
  }
}
