/** The language of sound cards: lists of strings for card, PCM devices and streams (xl_parse.c, parse_vsnd_item). */
import type { ValueProblem } from '../../schema/value-types/value-type';
import { splitFields, unknownKey } from '../key-value';
import type { Spec, SpecContext, SpecField } from '../spec';
import { domainName, freeText, type KeyType, looseInteger, malformed, oneOf, refusedForm, type SpecKey } from '../spec-key';
import { SpecText } from '../spec-text';

const FORMATS = new Set([
  ...['s8', 'u8', 's16_le', 's16_be', 'u16_le', 'u16_be', 's24_le', 's24_be', 'u24_le', 'u24_be', 's32_le', 's32_be', 'u32_le', 'u32_be'],
  ...['f32_le', 'f32_be', 'f64_le', 'f64_be', 'iec958_subframe_le', 'iec958_subframe_be', 'mu_law', 'a_law', 'ima_adpcm', 'mpeg', 'gsm'],
]);

function formats(): KeyType {
  return {
    ...freeText('sample formats such as `s16_le`, several between `;`'),
    *check(value, item) {
      const isKnown = value.text.split(';').every((part) => part === '' || FORMATS.has(part.toLowerCase()));
      if (!isKnown) yield refusedForm(value, item, 'a list of sample formats such as `s16_le;f32_le`');
    },
  };
}

const COMMON: readonly SpecKey[] = [
  { name: 'sample-rates', type: freeText('rates in Hz, several between `;`'), summary: 'Lists the sample rates.' },
  { name: 'sample-formats', type: formats(), summary: 'Lists the sample formats.' },
  { name: 'channels-min', type: looseInteger(), summary: 'Sets the fewest channels.' },
  { name: 'channels-max', type: looseInteger(), summary: 'Sets the most channels.' },
  { name: 'buffer-size', type: looseInteger('whole number (bytes)'), summary: 'Sets the size of the buffer.' },
];

const KINDS: Readonly<Record<string, readonly SpecKey[]>> = {
  card: [
    { name: 'backend', type: domainName(), summary: 'Names the domain that serves the card.', default: 'dom0' },
    { name: 'short-name', type: freeText(), summary: 'Names the card in short.' },
    { name: 'long-name', type: freeText(), summary: 'Names the card in full.' },
    ...COMMON,
  ],
  pcm: [{ name: 'name', type: freeText(), summary: 'Names the PCM device.' }, ...COMMON],
  stream: [
    { name: 'unique-id', type: freeText(), summary: 'Names the stream for its backend.' },
    {
      name: 'type',
      type: oneOf(
        [
          { value: 'p', detail: 'playback' },
          { value: 'c', detail: 'capture' },
        ],
        { ignoresCase: true },
      ),
      summary: 'Says which way the sound goes.',
    },
    ...COMMON,
  ],
};

const ALL_KEYS = [
  ...new Map(
    Object.values(KINDS)
      .flat()
      .map((key) => [key.name, key]),
  ).values(),
];

export const VSND_SPEC: Spec = {
  what: 'a sound card',
  keys: ALL_KEYS,
  fields: splitFields,
  *checkItem(item, context) {
    const [first, ...fields] = splitFields(item.text);
    if (first === undefined) return;
    const keys = KINDS[first.whole.text.toLowerCase()];
    if (keys === undefined) yield malformed(first.whole, item, 'soundKind');
    else for (const field of fields) yield* checkField(field, keys, item, context);
  },
  *checkValue(value, context) {
    if (value.kind !== 'list') return;
    for (const card of value.items) {
      if (card.kind === 'atom') {
        yield { code: 'malformed-device', range: card.range, message: 'notNested', data: {}, stage: 'parse' };
        continue;
      }
      for (const each of card.items) {
        if (each.kind === 'list') break;
        yield* VSND_SPEC.checkItem(new SpecText(each), context);
      }
    }
  },
};

function* checkField(field: SpecField, keys: readonly SpecKey[], item: SpecText, { target }: SpecContext): Generator<ValueProblem> {
  const declared = keys.find(({ name }) => name === field.key?.text);
  if (declared === undefined || field.value === undefined) {
    yield unknownKey(field.key ?? field.whole, item, { what: 'a sound card', keys, unknown: 'refused' }, undefined, target);
  } else {
    yield* declared.type.check(field.value, item, declared, target);
  }
}
