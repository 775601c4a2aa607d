/** Values that are a number or the name for it: `tsc_mode`, `timer_mode`, `altp2m`, `gfx_passthru`. */
import { isSince, type XenVersion } from '../xen-version';
import { message } from '../../text/message';
import { boolean, SWITCH_TEXTS } from './boolean';
import { EFFECTS } from './mismatch';
import { parseCNumber } from '../c-text/c-number';
import { checkChoice, describeValues, suggestValues } from './choice';
import type { ValueProblem } from '../value-problem';
import type { ChoiceValue, TextType } from './value-type';
import type { PlacedText } from '../placed-text';

export interface NumberOrChoiceOptions {
  /** The names, in the order of their numbers from 0 on where `numbers` is `index`. */
  readonly values: readonly ChoiceValue[];
  /** `index`: 0 up to the number of names; `any`: every number is taken, for off or on. */
  readonly numbers: 'index' | 'any';
  /** xl prints a notice when it meets a number. */
  readonly deprecatesNumbers?: boolean;
  /** Before this release only numbers are read, and text is dropped with a warning. */
  readonly namesSince?: XenVersion;
}

const SWITCH = boolean();

/** A number, else a name in any case. A quoted number counts as one. */
export function numberOrChoice(options: NumberOrChoiceOptions): TextType {
  return {
    kind: 'number-or-choice',
    shape: 'atom',
    *check(atom, context) {
      const number = parseCNumber(atom.text);
      if (number.kind === 'number' && atom.isAppended !== true) {
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
    describe: (target) => {
      const names = describeValues(options.values, target);
      return options.numbers === 'any' ? message('`0` (off), `1` (on) or {names}', { names }) : names;
    },
    suggest: ({ target }) => [...suggestValues(options.values, target), ...(options.numbers === 'any' ? SWITCH_TEXTS : [])],
    explain: (value, context) => (options.numbers === 'any' ? SWITCH.explain?.(value, context) : nameOf(value.text, options)),
    remark({ text }) {
      const name = nameOf(text, options);
      return name === undefined ? undefined : { kind: 'meaning', text: name };
    },
  };
}

/** The name that a number stands for. */
function nameOf(text: string, { numbers, values }: NumberOrChoiceOptions): string | undefined {
  const number = parseCNumber(text);
  return numbers === 'index' && number.kind === 'number' ? values[Number(number.value)]?.value : undefined;
}

function* checkNumber(atom: PlacedText, number: bigint, options: NumberOrChoiceOptions): Generator<ValueProblem> {
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
