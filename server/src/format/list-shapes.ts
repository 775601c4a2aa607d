/** What has to be known of lists before the first of their pieces finds its place. */
import type { Piece } from './pieces';

/** A list as it is written. */
export interface ListShape {
  /** Columns that it takes in one line. */
  readonly flatLength: number;
  readonly spansLines: boolean;
  /** There is nothing in it, no comment either. */
  readonly isEmpty: boolean;
  /** The bracket that ends it is the first piece of its line. */
  readonly closesOnOwnLine: boolean;
}

export interface ListShapes {
  /** By the index of the piece that opens the list. */
  readonly lists: ReadonlyMap<number, ListShape>;
  /** The pieces with which items end that have another item behind them. */
  readonly followed: ReadonlySet<number>;
}

interface OpenList {
  readonly opener: number;
  readonly line: number;
  itemLength: number;
  itemCount: number;
  /** The piece with which the latest item ends. */
  latest: number;
}

/** Looks at all lists, without recursion, because they nest as deep as people like. */
export function shapeLists(pieces: readonly Piece[]): ListShapes {
  const lists = new Map<number, ListShape>();
  const followed = new Set<number>();
  const open: OpenList[] = [];
  let line = 0;
  const addItem = (end: number, length: number): void => {
    const list = open.at(-1);
    if (list === undefined) return;
    if (list.itemCount > 0) followed.add(list.latest);
    list.itemCount += 1;
    list.itemLength += length;
    list.latest = end;
  };
  for (const [index, { kind, range, before }] of pieces.entries()) {
    line += before.count;
    if (kind === 'open') open.push({ opener: index, line, itemLength: 0, itemCount: 0, latest: index });
    else if (kind === 'atom') addItem(index, range.end - range.start);
    else if (kind === 'close') {
      const list = open.pop();
      if (list === undefined) continue;
      const flatLength = list.itemCount === 0 ? '[]'.length : '[  ]'.length + list.itemLength + ', '.length * (list.itemCount - 1);
      const shape = { flatLength, spansLines: line > list.line, isEmpty: index === list.opener + 1, closesOnOwnLine: before.count > 0 };
      lists.set(list.opener, shape);
      addItem(index, flatLength);
    }
  }
  return { lists, followed };
}
