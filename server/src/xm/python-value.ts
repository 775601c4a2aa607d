/** Values of Python that a config of xm can hold, as far as they can become values of xl. */

export type PythonValue = PythonText | PythonNumber | PythonSequence;

export interface PythonText {
  readonly kind: 'text';
  readonly text: string;
}

/** Whole numbers and truth values. */
export interface PythonNumber {
  readonly kind: 'number';
  readonly value: bigint;
  /** What `str` makes of it, of a truth value. */
  readonly word?: string;
}

export interface PythonSequence {
  readonly kind: 'list' | 'tuple';
  readonly items: readonly PythonValue[];
}

/** What the variables hold; names whose value is not known are missing. */
export type Variables = ReadonlyMap<string, PythonValue>;

/** No value of a real config comes near, and doubling again and again would. */
export const MAX_SIZE = 4096;

/** A value, unless it is too large to be meant. */
export function limited(value: PythonValue | undefined): PythonValue | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'text') return value.text.length <= MAX_SIZE ? value : undefined;
  if (value.kind === 'number') return value.value < 1n << 64n && value.value > -(1n << 64n) ? value : undefined;
  return value.items.length <= MAX_SIZE ? value : undefined;
}

/** What `str` makes of a value; undefined for lists, which nobody wants in a text. */
export function textOf(value: PythonValue): string | undefined {
  if (value.kind === 'text') return value.text;
  return value.kind === 'number' ? (value.word ?? String(value.value)) : undefined;
}
