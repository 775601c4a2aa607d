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

/** What `str` makes of a value; undefined for lists, which nobody wants in a text. */
export function textOf(value: PythonValue): string | undefined {
  if (value.kind === 'text') return value.text;
  return value.kind === 'number' ? (value.word ?? String(value.value)) : undefined;
}
