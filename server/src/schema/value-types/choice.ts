/** Texts from a fixed set: `on_crash`, `vga`, `bios` … */
import { message, type Message, plainMessage } from '../../text/message';
import { findClosest } from '../../text/closest';
import type { Target } from '../target';
import { isSince, type XenVersion } from '../xen-version';
import type { AtomValue } from '../xl-value';
import { quote, requireAtom } from './atom-checks';
import type { Stage } from '../../text/problem';
import type { Mismatch, ValueProblem } from '../value-problem';
import type { Suggestion, ValueContext } from '../value-context';
import type { ValueType } from './value-type';

export interface ChoiceValue {
  readonly value: string;
  /** A text, which is translated where it is shown. */
  readonly detail?: string;
  readonly since?: XenVersion;
  readonly removed?: XenVersion;
}

export interface ChoiceOptions {
  readonly values: readonly ChoiceValue[];
  readonly ignoresCase?: boolean;
  readonly mismatch?: Mismatch;
  /** Names that the toolstack uses inside and happens to accept. */
  readonly internal?: readonly string[];
  /** Where a wrong value strikes, and since when it is checked at all. */
  readonly stage?: Stage;
  readonly checkedSince?: XenVersion;
  /** A number without quotes is written rather than a string. */
  readonly isNumeric?: boolean;
}

/** One of a set of texts. */
export function choice(options: ChoiceOptions): ValueType {
  return {
    kind: 'choice',
    shape: 'atom',
    *check(value, context) {
      const atom = yield* requireAtom(value, options.mismatch ?? 'warned');
      if (atom === undefined || !isSince(context.target.xen, options.checkedSince)) return;
      yield* checkChoice(atom, options, context);
    },
    describe: (target) => describeValues(options.values, target),
    suggest: ({ target }) => suggestValues(options.values, target),
    explain: () => undefined,
  };
}

/** The values that a target knows. */
export function knownValues(values: readonly ChoiceValue[], target: Target): readonly ChoiceValue[] {
  return values.filter((each) => isSince(target.xen, each.since) && (each.removed === undefined || !isSince(target.xen, each.removed)));
}

export function describeValues(values: readonly ChoiceValue[], target: Target): Message {
  const names = knownValues(values, target).map((each) => `\`"${each.value}"\``);
  return message('one of {names}', { names: names.join(', ') });
}

export function suggestValues(values: readonly ChoiceValue[], target: Target): readonly Suggestion[] {
  return knownValues(values, target).map(({ value, detail }) => ({
    text: value,
    isQuoted: true,
    ...(detail === undefined ? {} : { detail: plainMessage(detail) }),
  }));
}

/** Compares a text with the set and yields what xl does when it is not in it. */
export function* checkChoice(atom: AtomValue, options: ChoiceOptions, { target }: ValueContext): Generator<ValueProblem> {
  const matches = (name: string): boolean =>
    options.ignoresCase === true ? name.toLowerCase() === atom.text.toLowerCase() : name === atom.text;
  const known = knownValues(options.values, target);
  if (known.some((each) => matches(each.value)) || options.internal?.some(matches) === true) return;
  const stage = options.stage ?? 'parse';
  const other = options.values.find((each) => matches(each.value));
  if (other !== undefined && !isSince(target.xen, other.since)) {
    yield { code: 'value-too-new', range: atom.range, message: 'tooNew', data: { text: atom.text, since: other.since ?? '' }, stage };
    return;
  }
  const names = known.map((each) => each.value);
  const wording = other === undefined ? 'notInList' : 'removed';
  const data = { text: atom.text, expected: names.map((name) => `\`${name}\``).join(', '), removed: other?.removed ?? '' };
  const closest = findClosest(atom.text, names);
  const replacements = closest === undefined ? [] : [{ newText: quote(closest), isSafe: false }];
  yield { code: 'refused-value', range: atom.range, message: wording, data, stage, replacements };
}
