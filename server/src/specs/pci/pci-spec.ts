/** The language of PCI device strings (libxlu_pci.c, xlu_pci_parse_spec_string). */
import { message, type Message, plainMessage } from '../../text/message';
import type { Json, JsonObject } from '../../text/json';
import { scanUnsigned } from '../../schema/c-text/c-number';
import { type Target, WIDEST_TARGET } from '../../schema/target';
import type { ValueProblem } from '../../schema/value-problem';
import { isSince } from '../../schema/xen-version';
import { unknownKey, valueOf } from '../key-value';
import type { ExplainedPart, KeyDeclaration, Spec, SpecContext, SpecField, TextType } from '../../schema/value-types/value-type';
import { checkKey, malformed } from '../spec-key';
import { choice } from '../../schema/value-types/choice';
import { refusedForm } from '../../schema/value-types/device-value';
import { looseSwitch } from '../../schema/value-types/scanned-number';
import { text } from '../../schema/value-types/text';
import { type Slice, type SpecText, wholeOf } from '../../schema/spec-text';
import { type Bdf, readBdf } from './bdf';

const WHAT = 'a PCI device';
/** libxl's mask for a device with all its functions. */
const ALL_FUNCTIONS = 0xffff_ffff;
const ADDRESS = { what: 'an address such as `01:00.0`' };

function address(): TextType {
  return {
    ...text(ADDRESS),
    *check(value, { target }) {
      if (readBdf(value.text, target) === undefined) yield refusedForm(value, plainMessage(ADDRESS.what));
    },
  };
}

function slot(): TextType {
  return {
    ...text({ what: 'hexadecimal slot, 0 to 1f' }),
    *check(value) {
      const [number, , digits = '0'] = /^\s*([+-]?)(?:0x([0-9a-f]*)|[0-9a-f]+)/i.exec(value.text) ?? [];
      if (number === undefined || Number.parseInt(digits === '' ? '0' : number.trim(), 16) > 0x1f)
        yield refusedForm(value, message('a hexadecimal slot from 0 to 1f'));
    },
  };
}

const PCI_KEYS: readonly KeyDeclaration[] = [
  {
    name: 'permissive',
    type: looseSwitch(),
    summary: 'Lets the guest write to configuration registers that are unknown to be safe.',
    default: '0',
  },
  { name: 'msitranslate', type: looseSwitch(), summary: 'Was for the old device model.', default: '0' },
  { name: 'power_mgmt', type: looseSwitch(), summary: 'Lets an HVM guest change the power state of the device.', default: '0' },
  { name: 'seize', type: looseSwitch(), summary: 'Takes the device away from its driver on the host.', default: '0' },
  {
    name: 'rdm_policy',
    type: choice({ values: [{ value: 'strict' }, { value: 'relaxed' }], ignoresCase: true, internal: ['invalid'] }),
    summary: 'Says what happens when reserved memory of the device is in the way.',
    default: 'strict',
  },
  { name: 'bdf', type: address(), since: '4.15', summary: 'Names the device by its address.' },
  { name: 'vslot', type: slot(), since: '4.15', summary: 'Fixes the slot that the guest sees.' },
  {
    name: 'name',
    type: text({ what: 'name of an assignable device' }),
    since: '4.15',
    summary: 'Names the device by the name that it was made assignable with.',
  },
];

interface PciString {
  readonly bdf: Slice | undefined;
  readonly vslot: Slice | undefined;
  readonly fields: readonly SpecField[];
  /** Behind the address stands something that is not a comma. */
  readonly stray: Slice | undefined;
}

export const PCI_SPEC: Spec = {
  id: 'pci',
  what: WHAT,
  keys: PCI_KEYS,
  fields(text) {
    const { bdf, fields } = split(text, { target: WIDEST_TARGET });
    return [...(bdf === undefined ? [] : [{ whole: bdf, parameter: 'address' }]), ...fields];
  },
  positional: { names: ['address'], next: (before) => (before === '' ? 'address' : undefined) },
  title(text, { target }) {
    const { bdf, fields } = split(text, { target });
    const name = bdf?.text ?? fields.find(({ key }) => key?.text === 'bdf' || key?.text === 'name')?.value?.text;
    return name === undefined ? undefined : { name, details: fields.map(({ whole }) => whole.text) };
  },
  toStruct: (text, { target }) => readDevice(text, target),
  explain(text, { target }) {
    const { bdf, fields } = split(text, { target });
    const written = bdf ?? fields.filter(({ key }) => key?.text === 'bdf').at(-1)?.value;
    const address = written === undefined ? undefined : readBdf(written.text, target);
    const options = fields.flatMap(({ key, value }): ExplainedPart[] =>
      key === undefined || value === undefined || value === written ? [] : [[key.text, value.text]],
    );
    return address === undefined ? options : [[message('PCI device'), describeAddress(address)], ...options];
  },
  *checkItem(item, context) {
    const parts = split(item.text, context);
    if (parts.stray !== undefined) {
      yield malformed(parts.stray, item, parts.bdf === undefined ? 'pciAddress' : 'pciStray');
      return;
    }
    const slotKey = PCI_KEYS.find(({ name }) => name === 'vslot');
    if (parts.vslot !== undefined && slotKey !== undefined) yield* checkKey(slotKey, parts.vslot, item, context);
    yield* checkOptions(parts.fields, item, context);
    yield* checkNamed(parts, item, context);
    yield* checkSlot(parts, item, context);
  },
};

function describeAddress({ domain, bus, device, function: number }: Bdf): Message {
  const place = message('segment {domain}, bus {bus}, device {device}', {
    domain: hex(domain, 4),
    bus: hex(bus, 2),
    device: hex(device, 2),
  });
  const functions = number === undefined ? message('all functions') : message('function {number}', { number: String(number) });
  return message('{place}, {functions}', { place, functions });
}

/** As `lspci` writes the parts of an address. */
function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** The struct after all fields; the address of a later one replaces that of an earlier. */
function readDevice(text: string, target: Target): JsonObject {
  const { bdf, vslot, fields } = split(text, { target });
  const struct: JsonObject = bdf === undefined ? {} : readAddress(bdf.text, target);
  if (vslot !== undefined) setSlot(struct, vslot.text);
  for (const { key, value } of fields) {
    if (key?.text === 'bdf') Object.assign(struct, { bus: 0, dev: 0, func: 0, domain: 0 }, readAddress(value?.text ?? '', target));
    else if (key?.text === 'vslot') setSlot(struct, value?.text ?? '');
  }
  const others = fields.filter(({ key }) => key !== undefined && key.text !== 'bdf' && key.text !== 'vslot');
  return { ...struct, ...Object.fromEntries(others.flatMap(readOption)) };
}

/** Switches stay in the struct even when they are off, because they override the defaults of the whole list. */
function readOption({ key, value }: SpecField): readonly (readonly [string, Json])[] {
  const declared = PCI_KEYS.find(({ name }) => name === key?.text);
  const read = declared?.type.read?.(value?.text ?? '');
  return declared === undefined || read === undefined ? [] : [[declared.field ?? declared.name, read]];
}

function readAddress(text: string, target: Target): JsonObject {
  const bdf = readBdf(text, target);
  if (bdf === undefined) return {};
  const { domain, bus, device, function: number } = bdf;
  return { domain, bus, dev: device, func: number ?? 0, vfunc_mask: number === undefined ? ALL_FUNCTIONS : 1 };
}

function setSlot(struct: JsonObject, text: string): void {
  struct['vdevfn'] = Number(BigInt.asUintN(32, scanUnsigned(text, 16)?.value ?? 0n)) * 8;
}

/** The address at the front, the slot after it, and the options. */
function split(text: string, { target }: Pick<SpecContext, 'target'>): PciString {
  const length = readBdf(text, target)?.length;
  if (length === undefined) {
    const canBeOptions = isSince(target.xen, '4.15') && text.includes('=');
    const stray = canBeOptions ? undefined : wholeOf(text);
    return { bdf: undefined, vslot: undefined, fields: canBeOptions ? splitOptions(text, 0) : [], stray };
  }
  const bdf = { text: text.slice(0, length), start: 0, end: length };
  const vslot = readSlot(text, length);
  const end = vslot?.end ?? length;
  const isStray = end < text.length && text.charAt(end) !== ',';
  if (isStray) return { bdf, vslot, fields: [], stray: { text: text.slice(end), start: end, end: text.length } };
  return { bdf, vslot, fields: splitOptions(text, end + 1), stray: undefined };
}

/** The slot that the guest sees, after `@`. */
function readSlot(text: string, position: number): Slice | undefined {
  if (text.charAt(position) !== '@') return undefined;
  const start = position + 1;
  const digits = /^\s*[+-]?(?:0[xX])?[0-9a-fA-F]*/.exec(text.slice(start))?.[0] ?? '';
  return { text: digits, start, end: start + digits.length };
}

/** Options end at a comma; one at the very end is fine, and a value can hold anything else. */
function splitOptions(text: string, start: number): readonly SpecField[] {
  const fields: SpecField[] = [];
  let position = start;
  while (position < text.length) {
    const equals = text.indexOf('=', position);
    const comma = equals < 0 ? -1 : text.indexOf(',', equals);
    const end = comma < 0 ? text.length : comma;
    const whole = { text: text.slice(position, end), start: position, end };
    if (equals < 0) fields.push({ whole });
    else {
      const key = { text: text.slice(position, equals), start: position, end: equals };
      fields.push({ whole, key, value: { text: text.slice(equals + 1, end), start: equals + 1, end } });
    }
    position = end + 1;
  }
  return fields;
}

function* checkOptions(fields: readonly SpecField[], item: SpecText, context: SpecContext): Generator<ValueProblem> {
  const { target } = context;
  const unknown = isSince(target.xen, '4.15') ? 'refused' : 'reported';
  for (const { whole, key, value } of fields) {
    if (key === undefined || value === undefined) {
      yield malformed(whole, item, 'noEquals');
      continue;
    }
    const declared = PCI_KEYS.find(({ name }) => name === key.text);
    if (declared !== undefined && isSince(target.xen, declared.since)) yield* checkKey(declared, value, item, context);
    else yield unknownKey(key, item, { what: WHAT, keys: PCI_KEYS, unknown }, declared, target);
  }
}

/** libxl wants to know where all functions go (libxl_pci.c, device_pci_add_stubdom_done). */
function* checkSlot({ bdf, vslot, fields }: PciString, item: SpecText, { target }: SpecContext): Generator<ValueProblem> {
  const address = valueOf(fields, 'bdf') ?? bdf;
  const read = address === undefined ? undefined : readBdf(address.text, target);
  if (address === undefined || read === undefined || read.function !== undefined) return;
  const slotText = (valueOf(fields, 'vslot') ?? vslot)?.text ?? '';
  if ((scanUnsigned(slotText, 16)?.value ?? 0n) !== 0n) return;
  yield { code: 'refused-device-value', range: item.rangeOf(address), message: 'multifunction', data: {}, stage: 'create' };
}

/** A device is named by its address or by its name, and only by one of them. */
function* checkNamed({ bdf, fields }: PciString, item: SpecText, { target }: SpecContext): Generator<ValueProblem> {
  if (!isSince(target.xen, '4.15')) return;
  const hasAddress = bdf !== undefined || fields.some(({ key }) => key?.text === 'bdf');
  const name = fields.find(({ key }) => key?.text === 'name');
  if (hasAddress && name !== undefined) yield malformed(name.whole, item, 'pciTwice');
  else if (!hasAddress && name === undefined) yield malformed(item.whole, item, 'pciAddress');
}
