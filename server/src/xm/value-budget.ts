/** How much may be worked out: programs double values with every line, and nest them without end. */
import type { PythonValue } from './python-value';

/** Characters and items of one value, with all that is inside; no value of a real config comes near. */
export const MAX_SIZE = 65_536;

/** The same of all values that a program makes and reads together. */
const MAX_TOTAL = 4_000_000;

/** Lists in lists, which real configs have two or three of. */
const MAX_DEPTH = 32;

/** No number of a config has more than 64 bits. */
const TOO_GREAT = 1n << 64n;

/** What may still be worked out for one program. */
export class ValueBudget {
  private left = MAX_TOTAL;

  get isSpent(): boolean {
    return this.left < 0;
  }

  /** A value that is worth its size, unless it is too large to be meant or nothing is left. */
  admit(value: PythonValue | undefined): PythonValue | undefined {
    if (value === undefined) return undefined;
    const size = sizeOf(value, MAX_DEPTH);
    // One that is refused was made as well, as far as it was looked at.
    this.left -= Math.min(size, MAX_SIZE);
    return size <= MAX_SIZE && !this.isSpent ? value : undefined;
  }
}

/** Characters and items of a value, as far as they count; infinite where it cannot be meant. */
function sizeOf(value: PythonValue, depth: number): number {
  if (value.kind === 'text') return 1 + value.text.length;
  if (value.kind === 'number') return value.value < TOO_GREAT && value.value > -TOO_GREAT ? 1 : Infinity;
  if (depth === 0) return Infinity;
  let size = 1;
  for (const item of value.items) {
    size += sizeOf(item, depth - 1);
    if (size > MAX_SIZE) break;
  }
  return size;
}
