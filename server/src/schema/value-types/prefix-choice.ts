/** Values that xl compares only as far as they go: `type`, `builder`, `firmware`. */
import { wordingFor } from './choice';
import { findClosest } from '../../text/closest';
import type { DomainType, Target } from '../target';
import { isSince, type XenVersion } from '../xen-version';
import { quote } from './mismatch';
import { describeValues, suggestValues } from './choice';
import type { ValueContext } from '../value-context';
import type { NamedThing } from '../named-thing';
import type { ValueProblem } from '../value-problem';
import type { ChoiceValue, TextType } from './value-type';
import type { NamedFile } from './named-file';
import type { PlacedText } from '../placed-text';

export interface PrefixChoiceOptions {
  /** In the order in which xl compares; the first that begins with the text wins. */
  readonly values: readonly ChoiceValue[];
  /** Domain types for which any text is fine, for example as a path. */
  readonly openFor?: readonly DomainType[];
  /** The file that such a text can name. */
  readonly openFile?: NamedFile;
  /** What to offer for those types. */
  readonly openValues?: readonly ChoiceValue[];
  /** What a text can mean that is none of the values. */
  readonly refersTo?: NamedThing;
  /** Before this release an unknown text is not an error. */
  readonly refusedSince?: XenVersion;
}

/** The value that xl takes a text for, or undefined when it takes none (strncmp over the length of the text). */
export function matchPrefix(values: readonly string[], text: string): string | undefined {
  return values.find((value) => value.startsWith(text));
}

/** One of a set of texts, or any beginning of one: even the empty string. */
export function prefixChoice(options: PrefixChoiceOptions): TextType {
  const names = options.values.map((each) => each.value);
  return {
    kind: 'choice',
    shape: 'atom',
    ...(options.refersTo === undefined ? {} : { refersTo: options.refersTo }),
    ...(options.openFile === undefined ? {} : { file: options.openFile }),
    *check(atom, context) {
      if (options.openFor?.includes(context.domainType) !== true && isSince(context.target.xen, options.refusedSince))
        yield* checkPrefix(atom, names, options, context);
    },
    describe: (target: Target) => describeValues([...options.values, ...(options.openValues ?? [])], target),
    suggest: ({ target, domainType }: ValueContext) =>
      suggestValues(options.openFor?.includes(domainType) === true ? (options.openValues ?? []) : options.values, target),
    explain: ({ text }) => matchPrefix(names, text),
    remark({ text }, { domainType }) {
      const meaning = options.openFor?.includes(domainType) === true ? undefined : matchPrefix(names, text);
      return meaning === undefined || meaning === text ? undefined : { kind: 'meaning', text: meaning };
    },
  };
}

function* checkPrefix(
  atom: PlacedText,
  names: readonly string[],
  options: PrefixChoiceOptions,
  context: ValueContext,
): Generator<ValueProblem> {
  const meaning = matchPrefix(names, atom.text);
  if (meaning === atom.text) return;
  if (meaning !== undefined) {
    const replacements = [{ newText: quote(meaning), isSafe: true }];
    yield { code: 'prefix-match', range: atom.range, message: 'prefix', data: { text: atom.text, meaning }, replacements };
    return;
  }
  const expected = suggestValues(options.values, context.target)
    .map((each) => `\`${each.text}\``)
    .join(', ');
  const closest = findClosest(atom.text, names);
  const replacements = closest === undefined ? [] : [{ newText: quote(closest), isSafe: false }];
  const data = { text: atom.text, expected };
  yield { code: 'refused-value', range: atom.range, message: wordingFor(atom.text, names), data, stage: 'parse', replacements };
}
