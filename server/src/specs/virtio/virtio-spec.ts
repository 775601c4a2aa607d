/** The language of virtio devices (xl_parse.c, parse_virtio_config). */
import { keyValueSpec, toStruct, valueOf } from '../key-value';
import { splitFields } from '../../schema/c-text/fields';
import { rangesOverlap } from '../../text/text-range';
import type { ValueProblem } from '../../schema/value-problem';
import type { Spec, SpecContext, SpecField } from '../../schema/value-types/value-type';
import type { Slice, SpecText } from '../../schema/spec-text';
import { checkKey, malformed } from '../spec-key';
import { choice } from '../../schema/value-types/choice';
import { misread } from '../../schema/value-types/device-value';
import { toDefbool } from '../../schema/libxl-text';
import { leadingNumber, looseSwitch } from '../../schema/value-types/scanned-number';
import { domainName, text } from '../../schema/value-types/text';

const FIELDS = keyValueSpec({
  id: 'virtio',
  what: 'a virtio device',
  unknown: 'refused',
  keys: [
    {
      name: 'type',
      type: text({ what: '`virtio,device` and a hexadecimal number', suggestions: ['virtio,device', 'virtio,device22', 'virtio,device1'] }),
      summary: 'Says which device it is, as the device tree names it.',
    },
    {
      name: 'transport',
      type: choice({ values: [{ value: 'mmio' }], ignoresCase: true, internal: ['unknown'] }),
      initial: 'unknown',
      summary: 'Says how the guest reaches it.',
    },
    { name: 'backend', field: 'backend_domname', type: domainName(), summary: 'Names the domain that serves it.', default: 'dom0' },
    {
      name: 'grant_usage',
      type: { ...looseSwitch(), read: (value) => toDefbool(leadingNumber(value) !== 0n) },
      summary: 'Says whether memory is shared by grants.',
    },
  ],
});

export const VIRTIO_SPEC: Spec = {
  ...FIELDS,
  toStruct(text, { target }) {
    const { field, next, others } = takeType(splitFields(text));
    const type = field === undefined || next === undefined ? {} : { type: `${field.value.text},${next.whole.text}` };
    return { ...toStruct(others, FIELDS.keys, target), ...type };
  },
  *checkItem(item, context) {
    const fields = splitFields(item.text);
    yield* checkType(fields, item, context);
    const { field, next, others } = takeType(fields);
    if (field === undefined) {
      yield* FIELDS.checkItem(item, context);
    } else if (next === undefined) {
      yield malformed(field.whole, item, 'virtioCrash');
    } else {
      if (next.key !== undefined)
        yield misread(item.place(next.whole), { message: 'swallowed', data: { text: next.whole.text, key: 'type' } });
      if (others.some(({ key, whole }) => !FIELDS.keys.some(({ name }) => name === (key ?? whole).text)))
        yield* checkOthers(next, item, context);
      else yield* checkTransport(others, item, context);
    }
  },
};

function* checkTransport(fields: readonly SpecField[], item: SpecText, context: SpecContext): Generator<ValueProblem> {
  const transport = valueOf(fields, 'transport');
  const declared = FIELDS.keys.find(({ name }) => name === 'transport');
  if (transport !== undefined && declared !== undefined) yield* checkKey(declared, transport, item, context);
}

/** What is wrong in the fields but for the one that belongs to the type. */
function* checkOthers({ whole }: SpecField, item: SpecText, context: SpecContext): Generator<ValueProblem> {
  const taken = item.rangeOf(whole);
  for (const problem of FIELDS.checkItem(item, context)) if (!rangesOverlap(problem.range, taken)) yield problem;
}

/** A type that begins with `virtio` takes the next field along, whatever that is. */
function takeType(fields: readonly SpecField[]): {
  readonly field?: SpecField & { readonly value: Slice };
  readonly next?: SpecField;
  readonly others: readonly SpecField[];
} {
  const index = fields.findIndex(({ key, value }) => key?.text === 'type' && value?.text.startsWith('virtio') === true);
  const field = fields[index];
  const next = fields[index + 1];
  if (field?.value === undefined) return { others: fields };
  const others = fields.filter((each) => each !== field && each !== next);
  return { field: { ...field, value: field.value }, ...(next === undefined ? {} : { next }), others };
}

/** libxl_arm.c, make_virtio_mmio_node_device. */
function* checkType(fields: readonly SpecField[], item: SpecText, { target }: SpecContext): Generator<ValueProblem> {
  const type = valueOf(fields, 'type');
  const isMmio = valueOf(fields, 'transport')?.text.toLowerCase() === 'mmio';
  const isRight = type?.text === 'virtio' && /type=virtio,device/.test(item.text);
  if (target.arch !== 'arm' || type === undefined || !isMmio || isRight) return;
  yield { code: 'refused-device-value', range: item.rangeOf(type), message: 'virtioType', data: {}, stage: 'create' };
}
