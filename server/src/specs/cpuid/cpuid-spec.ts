/** The two languages of `cpuid`: features by name, and registers bit by bit (libxl_cpuid.c). Mistakes are only reported. */
import { closestAmong } from '../../text/closest';
import type { Target } from '../../schema/target';
import type { ValueProblem } from '../../schema/value-problem';
import { isSince, type XenVersion } from '../../schema/xen-version';
import { splitAtEquals, splitFields } from '../../schema/c-text/fields';
import type { KeyDeclaration, Spec, SpecContext, SpecField } from '../../schema/value-types/value-type';
import { text } from '../../schema/value-types/text';
import { type Slice, SpecText } from '../../schema/spec-text';
import { featureSince, listFeatures, NUMERIC_KEYS } from './cpuid-features';

const REGISTERS = /^\s*(?:0x[0-9a-f]+|\d+)(?:\s*,\s*(?:0x[0-9a-f]+|\d+))?\s*:\s*e[abcd]x=.{32}(?:,\s*e[abcd]x=.{32})*$/is;
const VALUE = /^(?:[01xks]|[+-]?(?:0x[0-9a-f]+|\d+))/i;

const closestFeature = closestAmong(listFeatures().map(([name]) => name));

const CPUID_KEYS: readonly KeyDeclaration[] = listFeatures().map(([name, since]) => ({
  name,
  since,
  type: text({ what: '`0`, `1`, `x`, `k` or `s`', suggestions: ['0', '1', 'x', 'k', 's'] }),
  summary: 'Is a feature of the processor: 0 hides it, 1 shows it, x takes the default.',
}));

export const CPUID_SPEC: Spec = {
  id: 'cpuid',
  what: 'a CPUID policy',
  keys: CPUID_KEYS,
  fields: splitFields,
  *checkItem(item, context) {
    const [first, ...fields] = [...item.text.matchAll(/[^,]+/g)].map((match) =>
      splitAtEquals(item.slice(match.index, match.index + match[0].length)),
    );
    if (first === undefined) return;
    if (first.whole.text !== 'host') {
      yield { code: 'misread-device-value', range: item.rangeOf(first.whole), message: 'cpuidFirst', data: { text: first.whole.text } };
      return;
    }
    for (const field of fields) yield* checkFeature(field, item, context);
  },
  *checkValue(value, context) {
    if (value.kind === 'atom') {
      yield* CPUID_SPEC.checkItem(new SpecText(value), context);
      return;
    }
    for (const each of value.items) {
      if (each.kind === 'list') return;
      if (!REGISTERS.test(each.text))
        yield { code: 'misread-device-value', range: each.range, message: 'cpuidRegisters', data: { text: each.text } };
    }
  },
};

/** Whether the libxl of a target has a name for a feature. */
export function knowsFeature(name: string, { xen }: Target): boolean {
  const since = featureSince(name);
  return NUMERIC_KEYS.has(name) || (since !== undefined && isSince(xen, since));
}

function* checkFeature({ whole, key, value }: SpecField, item: SpecText, { target }: SpecContext): Generator<ValueProblem> {
  if (key === undefined || value === undefined) {
    yield { code: 'misread-device-value', range: item.rangeOf(whole), message: 'cpuidNoEquals', data: { text: whole.text } };
    return;
  }
  if (!knowsFeature(key.text, target)) yield unknownFeature(key, item, featureSince(key.text));
  else if (!VALUE.test(value.text)) {
    yield { code: 'misread-device-value', range: item.rangeOf(value), message: 'cpuidValue', data: { text: value.text } };
  }
}

function unknownFeature(key: Slice, item: SpecText, since: XenVersion | undefined): ValueProblem {
  const closest = since === undefined ? closestFeature(key.text) : undefined;
  const message = since !== undefined ? 'tooNew' : closest === undefined ? 'unknown' : 'misspelt';
  const replacements = closest === undefined ? [] : [{ newText: closest, isSafe: false }];
  const data = { key: key.text, what: 'the processor', replacement: closest ?? '', since: since ?? '' };
  return { code: 'ignored-device-key', range: item.rangeOf(key), message, data, replacements };
}
