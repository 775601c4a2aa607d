/** Values that are a number or the name for it: `tsc_mode`, `timer_mode`, `altp2m`, `gfx_passthru`. */
import { isSince, type XenVersion } from '../xen-version';
import type { AtomValue } from '../xl-value';
import { EFFECTS, requireAtom } from './atom-checks';
import { parseCNumber } from './c-number';
import { checkChoice, type ChoiceValue, describeValues, suggestValues } from './choice';
import type { ValueProblem } from '../value-problem';
import type { ValueType } from './value-type';

export interface NumberOrChoiceOptions {
  /** The names, in the order of their numbers from 0 on where `numbers` is `index`. */
  readonly values: readonly ChoiceValue[];
  /** `index`: 0 up to the number of names; `any`: every number is taken. */
  readonly numbers: 'index' | 'any';
  /** xl prints a notice when it meets a number. */
  readonly deprecatesNumbers?: boolean;
  /** Before this release only numbers are read, and text is dropped with a warning. */
  readonly namesSince?: XenVersion;
}

/** A number, else a name in any case. A quoted number counts as one. */
export function numberOrChoice(options: NumberOrChoiceOptions): ValueType {
  return {
    kind: 'number-or-choice',
    shape: 'atom',
    *check(value, context) {
      const atom = yield* requireAtom(value, 'warned');
      if (atom === undefined) return;
      const number = parseCNumber(atom.text);
      if (number.kind === 'number' && !atom.isAppended) {
        yield* checkNumber(atom, number.value, options);
        return;
      }
      if (!isSince(context.target.xen, options.namesSince)) {
        const data = { text: atom.text, effect: EFFECTS.warned };
        yield { code: 'wrong-value-type', range: atom.range, message: 'notANumber', data };
        return;
      }
      yield* checkChoice(atom, { values: options.values, ignoresCase: true, internal: ['unknown'] }, context);
    },
    describe: (target) => describeValues(options.values, target),
    suggest: ({ target }) => suggestValues(options.values, target),
    explain(value) {
      if (value.kind !== 'atom' || options.numbers !== 'index') return undefined;
      const number = parseCNumber(value.text);
      return number.kind === 'number' ? options.values[Number(number.value)]?.value : undefined;
    },
  };
}

function* checkNumber(atom: AtomValue, number: bigint, options: NumberOrChoiceOptions): Generator<ValueProblem> {
  if (options.numbers === 'any') return;
  const name = number >= 0n && number < BigInt(options.values.length) ? options.values[Number(number)]?.value : undefined;
  if (name === undefined) {
    const data = { value: String(number), range: `0 to ${options.values.length - 1}` };
    yield { code: 'value-out-of-range', range: atom.range, message: 'parse', data, stage: 'parse' };
  } else if (options.deprecatesNumbers === true) {
    const replacements = [{ newText: `"${name}"`, isSafe: true }];
    yield { code: 'deprecated-value-form', range: atom.range, message: 'number', data: { text: atom.text, name }, replacements };
  }
}
