/** Lists of texts: `disk`, `vif`, `pci` … */
import { message, type Message, plainMessage } from '../../text/message';
import type { ListType, Spec, TextType } from './value-type';
import { wholeOf } from '../spec-text';
import { atomsOf, leadingAtoms } from '../xl-value';
import type { ListValue, XlValue } from '../xl-value';
import { mismatchProblem, quote } from './mismatch';
import type { Mismatch, ValueProblem, Wording } from '../value-problem';
import { placeAtom } from './check-type';
import { flag } from './text';

/** What becomes of a list inside the list: the rest is dropped, xl refuses the file, xl crashes. */
export type NestedTreatment = 'drops' | 'refused' | 'crashes';

export interface ListOptions {
  readonly spec?: Spec;
  readonly mismatch?: Mismatch;
  readonly nested?: NestedTreatment;
  /** What an item is, as a phrase. */
  readonly item?: string;
  /** The kind of the items, where they are texts of a kind. */
  readonly of?: TextType;
}

const atomForList = (effect: Message): Wording<'wrong-value-type'> => ({ message: 'atomForList', data: { effect } });

/** A list of strings. */
export function list(options: ListOptions = {}): ListType {
  const { of } = options;
  const spec = specOf(options);
  return {
    kind: 'list',
    shape: 'list',
    ...(spec === undefined ? {} : { spec }),
    *check(value, context) {
      if (value.kind === 'list') {
        yield* checkItems(value, options.nested ?? 'drops');
        for (const atom of leadingAtoms(value)) yield* of?.check(placeAtom(atom), context) ?? [];
      } else yield mismatchProblem(options.mismatch ?? 'warned', atomForList, value, wrapInList(value));
    },
    describe: (target) =>
      of === undefined
        ? message('list of {items}', { items: plainMessage(options.item ?? 'strings') })
        : message('list of {item}', { item: of.describe(target) }),
    suggest: () => [],
    explain: (value) => (value.kind === 'list' ? countItems(value.items) : undefined),
  };
}

/** The language of the items. */
function specOf({ of, spec }: ListOptions): Spec | undefined {
  return spec ?? (of === undefined ? undefined : wordsSpec(of));
}

/** The texts of a kind as a language of words that stand alone, for completion, hover and colours. */
function wordsSpec({ kind, values = [] }: TextType): Spec {
  return {
    id: `list-of-${kind}`,
    what: 'an item',
    keys: values.map(({ value, detail = '', since }) => ({
      name: value,
      type: flag(),
      isWord: true,
      summary: detail,
      ...(since === undefined ? {} : { since }),
    })),
    fields: (text) => [{ whole: wholeOf(text) }],
    checkItem: () => [],
  };
}

/** A list whose items are lists themselves. */
export function nestedList(options: ListOptions = {}): ListType {
  return {
    ...list(options),
    kind: 'nested-list',
    *check(value) {
      if (value.kind !== 'list') yield mismatchProblem(options.mismatch ?? 'warned', atomForList, value);
    },
    describe: () => message('list of lists'),
  };
}

/** A single text or a list of texts. */
export function textOrList(options: ListOptions & { readonly what?: string; readonly suggestions?: readonly string[] } = {}): ListType {
  const { of, what, item = 'strings', suggestions = [] } = options;
  const spec = specOf(options);
  return {
    kind: 'text-or-list',
    shape: 'either',
    ...(spec === undefined ? {} : { spec }),
    *check(value, context) {
      if (value.kind === 'list') yield* checkItems(value, options.nested ?? 'drops');
      for (const atom of atomsOf(value)) yield* of?.check(placeAtom(atom), context) ?? [];
    },
    describe(target) {
      if (what !== undefined) return plainMessage(what);
      if (of !== undefined) return message('{item}, alone or in a list', { item: of.describe(target) });
      return message('text or list of {items}', { items: plainMessage(item) });
    },
    suggest: (context) => of?.suggest(context) ?? suggestions.map((each) => ({ text: each, isQuoted: true })),
    explain: (value) => (value.kind === 'list' ? countItems(value.items) : undefined),
  };
}

/** Finds the lists inside a list of texts. */
export function* checkItems(value: ListValue, treatment: NestedTreatment): Generator<ValueProblem> {
  const index = value.items.findIndex((item) => item.kind === 'list');
  const nested = value.items[index];
  if (nested === undefined) return;
  const dropped = String(value.items.length - index);
  if (treatment === 'drops') yield { code: 'nested-list-item', range: nested.range, message: 'drops', data: { dropped } };
  else yield { code: 'refused-nested-list', range: nested.range, message: treatment, data: {}, stage: 'parse' };
}

function wrapInList(value: XlValue): readonly { readonly newText: string; readonly isSafe: boolean }[] {
  if (value.kind !== 'atom' || value.isAppended) return [];
  return [{ newText: `[ ${quote(value.text)} ]`, isSafe: false }];
}

/** How many there are, in words. */
export function countItems({ length }: readonly unknown[]): Message {
  return length === 1 ? message('1 item') : message('{count} items', { count: String(length) });
}
