/**
 * Counts how full the stack of xl's generated parser is (libxlu_cfg_y.y built by
 * bison, YYMAXDEPTH), because xl refuses a text whose lists nest deeper than that.
 */

const MAX_SYMBOLS = 10_000;
/** The start state, the statements before, the name and the operator. */
const SYMBOLS_BEFORE_VALUE = 4;
/** `values ',' nlok`, beside which an item and its line ends stand until they are joined. */
const SYMBOLS_OF_STARTED_ITEM = 3;

export class ParserStack {
  private height = SYMBOLS_BEFORE_VALUE;
  private isOverflowing = false;
  private readonly onOverflow: () => void;

  /** @param onOverflow called once, at the token for which xl's parser has no room */
  constructor(onOverflow: () => void) {
    this.onOverflow = onOverflow;
  }

  openList(): void {
    this.push(2);
  }

  passNewline(): void {
    this.need(1);
  }

  /** An item was read; `isFirst` says whether the list was empty before. */
  addItem(isFirst: boolean): void {
    this.need(2);
    this.height += isFirst ? 1 : 1 - SYMBOLS_OF_STARTED_ITEM;
  }

  passComma(): void {
    this.push(2);
  }

  closeList(isEmpty: boolean, hasTrailingComma: boolean): void {
    if (isEmpty) {
      this.need(2);
      this.height -= 2;
    } else if (hasTrailingComma) {
      this.height -= SYMBOLS_OF_STARTED_ITEM + 2;
    } else {
      this.need(1);
      this.height -= SYMBOLS_OF_STARTED_ITEM;
    }
  }

  private push(count: number): void {
    this.height += count;
    this.need(0);
  }

  private need(count: number): void {
    if (this.isOverflowing || this.height + count < MAX_SYMBOLS) return;
    this.isOverflowing = true;
    this.onOverflow();
  }
}
