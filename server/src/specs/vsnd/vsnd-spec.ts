/** The language of sound cards: lists of strings for card, PCM devices and streams (xl_parse.c, parse_vsnd_item). */
import { message } from '../../text/message';
import { isObject, type JsonObject } from '../../text/json';
import type { Target } from '../../schema/target';
import type { ValueProblem } from '../../schema/value-problem';
import { toStruct, unknownKey } from '../key-value';
import { splitFields } from '../../schema/c-text/fields';
import type { KeyDeclaration, Spec, SpecContext, SpecField, SpecKey, TextType } from '../../schema/value-types/value-type';
import { checkKey, malformed } from '../spec-key';
import { choice } from '../../schema/value-types/choice';
import { refusedForm } from '../../schema/value-types/device-value';
import { leadingNumber, unsigned } from '../../schema/value-types/scanned-number';
import { domainName, text } from '../../schema/value-types/text';
import { SpecText } from '../../schema/spec-text';

const FORMATS = new Set([
  ...['s8', 'u8', 's16_le', 's16_be', 'u16_le', 'u16_be', 's24_le', 's24_be', 'u24_le', 'u24_be', 's32_le', 's32_be', 'u32_le', 'u32_be'],
  ...['f32_le', 'f32_be', 'f64_le', 'f64_be', 'iec958_subframe_le', 'iec958_subframe_be', 'mu_law', 'a_law', 'ima_adpcm', 'mpeg', 'gsm'],
]);

function splitList(text: string): readonly string[] {
  return text.split(';').filter((part) => part !== '');
}

function rates(): TextType {
  return {
    ...text({ what: 'rates in Hz, several between `;`' }),
    read: (text) => splitList(text).map((part) => Number(BigInt.asUintN(32, leadingNumber(part)))),
  };
}

function formats(): TextType {
  return {
    ...text({ what: 'sample formats such as `s16_le`, several between `;`' }),
    read: (text) => splitList(text).map((part) => part.toLowerCase()),
    *check(value) {
      const isKnown = value.text.split(';').every((part) => part === '' || FORMATS.has(part.toLowerCase()));
      if (!isKnown) yield refusedForm(value, message('a list of sample formats such as `s16_le;f32_le`'));
    },
  };
}

/** Where the keys of sound go (libxl_types.idl, vsnd_params). */
type SoundField = 'params.buffer_size' | 'params.channels_max' | 'params.channels_min' | 'params.sample_formats' | 'params.sample_rates';

const COMMON: readonly KeyDeclaration<SoundField>[] = [
  { name: 'sample-rates', field: 'params.sample_rates', type: rates(), summary: 'Lists the sample rates.' },
  { name: 'sample-formats', field: 'params.sample_formats', type: formats(), summary: 'Lists the sample formats.' },
  { name: 'channels-min', field: 'params.channels_min', type: unsigned(), summary: 'Sets the fewest channels.' },
  { name: 'channels-max', field: 'params.channels_max', type: unsigned(), summary: 'Sets the most channels.' },
  { name: 'buffer-size', field: 'params.buffer_size', type: unsigned('whole number (bytes)'), summary: 'Sets the size of the buffer.' },
];

const KINDS: Readonly<Record<string, readonly KeyDeclaration<SoundField>[]>> = {
  card: [
    { name: 'backend', field: 'backend_domname', type: domainName(), summary: 'Names the domain that serves the card.', default: 'dom0' },
    { name: 'short-name', type: text(), summary: 'Names the card in short.' },
    { name: 'long-name', type: text(), summary: 'Names the card in full.' },
    ...COMMON,
  ],
  pcm: [{ name: 'name', type: text(), summary: 'Names the PCM device.' }, ...COMMON],
  stream: [
    { name: 'unique-id', type: text(), summary: 'Names the stream for its backend.' },
    {
      name: 'type',
      type: choice({
        values: [
          { value: 'p', detail: 'playback' },
          { value: 'c', detail: 'capture' },
        ],
        ignoresCase: true,
      }),
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

/** A card with its PCM devices and their streams, as libxl's struct; each string adds to what came before it. */
export function toCardStruct(texts: readonly string[], target: Target): JsonObject {
  const card: JsonObject = {};
  const pcms: Pcm[] = [];
  for (const text of texts) {
    const [first, ...fields] = splitFields(text);
    const kind = first?.whole.text.toLowerCase() ?? '';
    const struct = toStruct(fields, KINDS[kind] ?? [], target);
    if (kind === 'card') mergeParams(card, struct);
    else if (kind === 'pcm') pcms.push({ struct, streams: [] });
    else if (kind === 'stream') (pcms.at(-1) ?? addPcm(pcms)).streams.push(struct);
  }
  const list = pcms.map(({ struct, streams }) => withList(struct, 'streams', streams));
  return withList(card, 'pcms', list);
}

interface Pcm {
  readonly struct: JsonObject;
  readonly streams: JsonObject[];
}

/** A stream without a PCM device before it makes one. */
function addPcm(pcms: Pcm[]): Pcm {
  const pcm: Pcm = { struct: {}, streams: [] };
  pcms.push(pcm);
  return pcm;
}

function withList(struct: JsonObject, name: string, list: readonly JsonObject[]): JsonObject {
  return list.length === 0 ? struct : { ...struct, [name]: list };
}

function mergeParams(card: JsonObject, struct: JsonObject): void {
  const { params, ...others } = struct;
  const present = card['params'];
  Object.assign(card, others);
  if (isObject(params)) card['params'] = { ...(isObject(present) ? present : {}), ...params };
}

export const VSND_SPEC: Spec = {
  id: 'vsnd',
  what: 'a sound card',
  keys: ALL_KEYS,
  fields: splitFields,
  toStruct: (text, { target }) => toCardStruct([text], target),
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

function* checkField(field: SpecField, keys: readonly SpecKey[], item: SpecText, context: SpecContext): Generator<ValueProblem> {
  const declared = keys.find(({ name }) => name === field.key?.text);
  if (declared === undefined || field.value === undefined) {
    yield unknownKey(field.key ?? field.whole, item, { what: 'a sound card', keys, unknown: 'refused' }, undefined, context.target);
  } else {
    yield* checkKey(declared, field.value, item, context);
  }
}
