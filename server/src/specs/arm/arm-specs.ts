/** The languages of options for Arm and of xenstore quotas (xl_parse.c). */
import type { ValueProblem } from '../../schema/value-problem';
import type { KeyDeclaration, Spec } from '../../schema/value-types/value-type';
import { toStruct } from '../key-value';
import { checkKey, malformed } from '../spec-key';
import { choice } from '../../schema/value-types/choice';
import { misread } from '../../schema/value-types/device-value';
import { splitAtEquals, splitFields } from '../../schema/c-text/fields';
import { type SpecText, wholeOf } from '../../schema/spec-text';
import { parseCNumber } from '../../schema/c-text/c-number';

const UINT32_MAX = 2n ** 32n - 1n;

/** More colours than any cache has; longer lists say nothing more. */
const MAX_LISTED = 8192;

/** A number, or two with a minus between; what follows is not read. */
function scanColors(text: string): RegExpExecArray | null {
  return /^\s*([+-]?)(\d+)(?:-\s*\+?(\d+))?/.exec(text);
}

export const LLC_COLORS_SPEC: Spec = {
  id: 'llc-colors',
  what: 'a range of cache colours',
  keys: [],
  fields: (text) => [{ whole: wholeOf(text) }],
  toStruct(text) {
    const [, , first, last = first] = scanColors(text) ?? [];
    const length = Math.min(Number(last) - Number(first) + 1, MAX_LISTED);
    return Array.from({ length }, (_, index) => Number(first) + index);
  },
  *checkItem(item) {
    const match = scanColors(item.text);
    const all = item.whole;
    if (match === null) yield malformed(all, item, 'color');
    else if (match[1] === '-') yield malformed(all, item, 'crash');
    else if (match[3] !== undefined && Number(match[3]) < Number(match[2])) yield malformed(all, item, 'color');
    else if (match[0].length < item.text.length)
      yield misread(item.place(item.slice(match[0].length, item.text.length)), {
        message: 'trailing',
        data: { text: item.text.slice(match[0].length) },
      });
  },
};

export const XENSTORE_QUOTA_SPEC: Spec = {
  id: 'xenstore-quota',
  what: 'a xenstore quota',
  keys: [],
  fields: (text) => [{ whole: wholeOf(text) }],
  toStruct(text) {
    const { key, value } = splitAtEquals(wholeOf(text));
    const number = parseCNumber(value?.text ?? '');
    const isZero = number.kind !== 'number' || number.value === 0n;
    return { name: key?.text ?? '', ...(isZero ? {} : { val: Number(number.value) }) };
  },
  *checkItem(item) {
    const { value } = splitAtEquals(item.whole);
    const number = value === undefined ? undefined : parseCNumber(value.text);
    const isRight = number?.kind === 'number' && number.value >= 0n && number.value <= UINT32_MAX;
    if (!isRight) yield malformed(item.whole, item, 'quota');
  },
};

const ARM_SCI_KEYS: readonly KeyDeclaration[] = [
  {
    name: 'type',
    type: choice({ values: [{ value: 'none' }, { value: 'scmi_smc' }], ignoresCase: true }),
    initial: 'none',
    summary: 'Chooses the interface to the firmware.',
    default: 'none',
  },
];

export const ARM_SCI_SPEC: Spec = {
  id: 'arm-sci',
  what: 'the system control interface',
  keys: ARM_SCI_KEYS,
  fields: splitFields,
  toStruct: (text, { target }) =>
    toStruct(
      text.split(',').map((part) => splitAtEquals(wholeOf(part))),
      ARM_SCI_KEYS,
      target,
    ),
  *checkItem(item, context) {
    const [type] = ARM_SCI_KEYS;
    for (const match of item.text.matchAll(/[^,]+/g)) {
      const value = /^type=(.*)$/s.exec(match[0])?.[1];
      const field = item.slice(match.index, match.index + match[0].length);
      if (value === undefined) yield ignored(field, item);
      else if (type !== undefined) yield* checkKey(type, item.slice(field.start + 'type='.length, field.end), item, context);
    }
  },
};

function ignored(field: { readonly text: string; readonly start: number; readonly end: number }, item: SpecText): ValueProblem {
  const data = { key: field.text, what: 'the system control interface', replacement: '', since: '' };
  return { code: 'ignored-device-key', range: item.rangeOf(field), message: 'unknownSilently', data };
}
