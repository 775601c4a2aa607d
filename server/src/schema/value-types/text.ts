/** Free text: names, command lines, addresses, paths. */
import { plainMessage } from '../../text/message';
import type { Spec } from '../spec';
import { requireAtom } from './atom-checks';
import type { Mismatch } from '../value-problem';
import type { ValueType } from './value-type';

/** What uuid_parse of libuuid takes. */
export const UUID = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

export interface TextOptions {
  readonly mismatch?: Mismatch;
  /** What the text is, as a phrase. */
  readonly what?: string;
  readonly suggestions?: readonly string[];
  /** A form that xl insists on, with a phrase that says it. */
  readonly form?: { readonly pattern: RegExp; readonly phrase: string };
  /** The language inside the text. */
  readonly spec?: Spec;
}

/** Text that xl takes as it is. */
export function text(options: TextOptions = {}): ValueType {
  return {
    kind: 'text',
    shape: 'atom',
    ...(options.spec === undefined ? {} : { spec: options.spec }),
    *check(value) {
      const atom = yield* requireAtom(value, options.mismatch ?? 'warned');
      if (atom === undefined || options.form === undefined || options.form.pattern.test(atom.text)) return;
      const data = { text: atom.text, form: plainMessage(options.form.phrase) };
      yield { code: 'refused-value-type', range: atom.range, message: 'wrongForm', data, stage: 'parse' };
    },
    describe: () => plainMessage(options.what ?? 'text'),
    suggest: () => (options.suggestions ?? []).map((each) => ({ text: each, isQuoted: true })),
    explain: () => undefined,
  };
}

/** The path of a file on the host. */
export function path(what = 'path of a file on the host'): ValueType {
  return { ...text({ what }), kind: 'path' };
}
