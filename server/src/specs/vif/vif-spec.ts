/** The language of network interface strings (xl_parse.c, parse_nic_config; libxlu_vif.c). */
import { message, type Message } from '../../text/message';
import type { ValueProblem } from '../../schema/value-problem';
import { fieldsOfHost, keyValueSpec, toStruct, valueOf } from '../key-value';
import { splitFields } from '../../schema/c-text/fields';
import type { KeyDeclaration, Spec, SpecContext, SpecField, TextType } from '../../schema/value-types/value-type';
import { choice } from '../../schema/value-types/choice';
import { misread, refusedForm } from '../../schema/value-types/device-value';
import { strictInteger } from '../../schema/value-types/scanned-number';
import { defaultFlag, domainName, ignoredText, text } from '../../schema/value-types/text';
import type { Slice, SpecText } from '../../schema/spec-text';
import { BRIDGE, HOST_INTERFACE, HOTPLUG_SCRIPT, SCRIPT_FOLDER } from '../../schema/named-thing';
import { LOCAL, MAC, makeMac, readMac, UNSET_MAC, XEN_RANGE } from './mac';
import { readRate } from './rate';

function rate(): TextType {
  return {
    ...text({ what: 'rate such as `10Mb/s` or `1MB/s@20ms`' }),
    read(text) {
      const read = readRate(text);
      if (read === undefined) return undefined;
      return { rate_bytes_per_interval: Number(read.bytesPerInterval), rate_interval_usecs: Number(read.interval) };
    },
    explain: ({ text }) => explainRate(text),
    remark({ text }) {
      const meaning = explainRate(text);
      return meaning === undefined ? undefined : { kind: 'meaning', text: meaning };
    },
    *check(value) {
      if (readRate(value.text) === undefined) yield refusedForm(value, message('a rate such as `10Mb/s` or `1MB/s@20ms`'));
    },
  };
}

function hostInterface(): TextType {
  return text({ what: 'interface of the host', refersTo: HOST_INTERFACE });
}

/** Whose address it is, as far as the address itself says it. */
function explainMac(text: string): Message | undefined {
  const { stored, isComplete } = readMac(text);
  if (!isComplete) return undefined;
  if (stored.startsWith(XEN_RANGE)) return message('from the range of Xen');
  return (Number.parseInt(stored.slice(0, 2), 16) & LOCAL) !== 0 ? message('locally administered') : undefined;
}

/** How much goes through before the interface has to wait, and for how long. */
function explainRate(text: string): Message | undefined {
  const rate = readRate(text);
  if (rate === undefined) return undefined;
  const { bytesPerInterval, interval } = rate;
  const time = interval % 1000n === 0n ? `${interval / 1000n} ms` : `${interval} µs`;
  return message('{bytes} bytes every {time}', { bytes: String(bytesPerInterval), time });
}

const COLO_SUFFIXES = [
  ...['sock_mirror_id', 'sock_mirror_ip', 'sock_mirror_port'],
  ...['sock_compare_pri_in_id', 'sock_compare_pri_in_ip', 'sock_compare_pri_in_port'],
  ...['sock_compare_sec_in_id', 'sock_compare_sec_in_ip', 'sock_compare_sec_in_port'],
  ...['sock_compare_notify_id', 'sock_compare_notify_ip', 'sock_compare_notify_port'],
  ...['sock_redirector0_id', 'sock_redirector0_ip', 'sock_redirector0_port'],
  ...['sock_redirector1_id', 'sock_redirector1_ip', 'sock_redirector1_port'],
  ...['sock_redirector2_id', 'sock_redirector2_ip', 'sock_redirector2_port'],
  ...['filter_mirror_queue', 'filter_mirror_outdev', 'filter_redirector0_queue', 'filter_redirector0_indev', 'filter_redirector0_outdev'],
  ...['filter_redirector1_queue', 'filter_redirector1_indev', 'filter_redirector1_outdev'],
  ...['compare_pri_in', 'compare_sec_in', 'compare_out', 'compare_notify_dev'],
  ...['sock_sec_redirector0_id', 'sock_sec_redirector0_ip', 'sock_sec_redirector0_port'],
  ...['sock_sec_redirector1_id', 'sock_sec_redirector1_ip', 'sock_sec_redirector1_port'],
  ...['filter_sec_redirector0_queue', 'filter_sec_redirector0_indev', 'filter_sec_redirector0_outdev'],
  ...['filter_sec_redirector1_queue', 'filter_sec_redirector1_indev', 'filter_sec_redirector1_outdev'],
  ...['filter_sec_rewriter0_queue', 'checkpoint_host', 'checkpoint_port'],
];

type VifField = 'coloft_forwarddev' | 'gatewaydev' | 'ifname' | 'nictype';

const VIF_KEYS: readonly KeyDeclaration<VifField>[] = [
  {
    name: 'mac',
    usage: 58,
    type: {
      ...ignoredText('six hexadecimal bytes, such as `00:16:3e:12:34:56`'),
      identifies: MAC,
      explain: ({ text }) => explainMac(text),
    },
    summary: 'Sets a fixed address; without it, every `xl create` picks a new one.',
    defaultNote: 'random in 00:16:3e',
  },
  {
    name: 'bridge',
    usage: 76,
    type: text({ what: 'name of a bridge on the host', suggestions: ['xenbr0'], refersTo: BRIDGE }),
    summary: 'Names the bridge that the interface joins.',
    default: 'xenbr0',
    defaultFrom: 'vif.default.bridge',
  },
  {
    name: 'model',
    usage: 15,
    type: text({ what: 'card that QEMU knows', suggestions: ['e1000', 'rtl8139', 'virtio-net'] }),
    summary: 'Chooses the emulated card of an HVM domain.',
    default: 'rtl8139',
  },
  {
    name: 'type',
    usage: 13,
    field: 'nictype',
    type: choice({
      values: [
        { value: 'vif', detail: 'PV only' },
        { value: 'ioemu', detail: 'emulated and PV' },
      ],
      isOnlyReported: true,
    }),
    summary: 'Says whether an HVM domain gets an emulated card too.',
    defaultNote: 'ioemu for HVM, vif otherwise',
  },
  {
    name: 'ip',
    usage: 18,
    type: text({ what: 'addresses, separated by blanks' }),
    summary: 'Tells the hotplug script the addresses of the guest.',
  },
  {
    name: 'script',
    usage: 10,
    type: text({
      what: 'hotplug script',
      suggestions: ['vif-bridge', 'vif-route', 'vif-nat', 'vif-openvswitch'],
      file: { use: 'program', base: SCRIPT_FOLDER },
      refersTo: HOTPLUG_SCRIPT,
    }),
    summary: 'Names the script that connects the interface.',
    default: 'vif-bridge',
    defaultFrom: 'vif.default.script',
  },
  {
    name: 'backend',
    usage: 6,
    field: 'backend_domname',
    type: domainName(),
    summary: 'Names the driver domain that serves the interface.',
    default: 'dom0',
    defaultFrom: 'vif.default.backend',
  },
  { name: 'vifname', usage: 4, field: 'ifname', type: text({ what: 'name' }), summary: 'Names the interface on the backend side.' },
  {
    name: 'gatewaydev',
    usage: 1,
    type: hostInterface(),
    summary: 'Names the interface towards the network, for routing scripts.',
    defaultFrom: 'vif.default.gatewaydev',
  },
  {
    name: 'netdev',
    field: 'gatewaydev',
    type: hostInterface(),
    summary: 'Is the old name of `gatewaydev`.',
    deprecated: 'gatewaydev',
  },
  { name: 'rate', type: rate(), summary: 'Limits how fast the guest can send.' },
  { name: 'devid', initial: -1, type: strictInteger(), since: '4.9', summary: 'Fixes the number of the interface.' },
  { name: 'mtu', type: strictInteger(), since: '4.15', summary: 'Sets the largest packet, in bytes.', default: '1500' },
  {
    name: 'vlan',
    type: text({ what: 'VLAN numbers, such as `10p/20`' }),
    since: '4.19',
    summary: 'Puts the interface into VLANs of the bridge.',
  },
  { name: 'trusted', type: defaultFlag(true), since: '4.17', summary: 'Says that the guest can trust the backend.' },
  {
    name: 'untrusted',
    field: 'trusted',
    type: defaultFlag(false),
    since: '4.17',
    summary: 'Makes the guest copy data so that the backend cannot change it in use.',
  },
  { name: 'accel', type: ignoredText(), summary: 'Did something in xend only.', deprecated: null },
  {
    name: 'forwarddev',
    field: 'coloft_forwarddev',
    type: hostInterface(),
    since: '4.7',
    summary: 'Belongs to COLO, the replication of running domains.',
  },
  ...COLO_SUFFIXES.map((suffix): KeyDeclaration => ({
    name: `colo_${suffix}`,
    type: text(),
    since: '4.9',
    summary: 'Belongs to COLO, the replication of running domains.',
  })),
];

const FIELDS = keyValueSpec<VifField>({
  id: 'vif',
  what: 'a network interface',
  keys: VIF_KEYS,
  unknown: 'reported',
  titleKeys: ['vifname', 'mac', 'ip', 'bridge', 'model'],
  *checkFields(fields, item, context) {
    let fresh: string | undefined;
    // One for the whole string, which can have any number of fields.
    const makeFresh = (): string => (fresh ??= makeMac(context.seed + item.text));
    for (const { key, value } of fields) if (key?.text === 'mac' && value !== undefined) yield* checkMac(value, item, makeFresh);
    yield* checkType(valueOf(fields, 'type'), item, context);
    yield* checkCutMac(fields, item);
    for (const { value } of fields) if (value !== undefined) yield* checkComma(value, item);
  },
});

export const VIF_SPEC: Spec = {
  ...FIELDS,
  toStruct: (text, { target, hostDefaults }) => {
    const fields = splitFields(text);
    const { nictype, ...others } = toStruct(fields, VIF_KEYS, target, fieldsOfHost(VIF_KEYS, hostDefaults));
    const mac = readAddresses(text, fields);
    return {
      ...others,
      ...(mac === UNSET_MAC ? {} : { mac }),
      ...(nictype === undefined ? {} : { nictype: nictype === 'ioemu' ? 'vif_ioemu' : nictype }),
    };
  },
  suggestValue: (key, others, { seed }) =>
    key === 'mac' ? [{ text: makeMac(seed + String(others.length)), isQuoted: false, detail: message('fresh') }] : [],
};

/** The address after all `mac` fields; a comma counts like any other character between two bytes. */
function readAddresses(text: string, fields: readonly SpecField[]): string {
  const values = fields.flatMap(({ key, value }) => (key?.text === 'mac' && value !== undefined ? [value] : []));
  return values.reduce((mac, { start }) => readMac(text.slice(start), mac).stored, UNSET_MAC);
}

/** xl reads addresses loosely; short bytes and dashes are read as anybody would read them. */
function* checkMac(value: Slice, item: SpecText, makeFresh: () => string): Generator<ValueProblem> {
  const { stored, isComplete } = readMac(value.text);
  if (isComplete && /^[0-9a-f]{1,2}(?:[:-][0-9a-f]{1,2}){5}$/i.test(value.text)) return;
  const problem = misread(item.place(value), { message: isComplete ? 'macSloppy' : 'macBroken', data: { text: value.text, stored } });
  const newText = isComplete ? stored : makeFresh();
  yield { ...problem, replacements: [{ newText, isSafe: isComplete }] };
}

/** Blanks do not separate fields, so what follows them belongs to the value. */
function* checkComma(value: Slice, item: SpecText): Generator<ValueProblem> {
  const match = /(?<!\s)\s+([a-z_]+)=/.exec(value.text);
  if (match === null || !VIF_KEYS.some(({ name }) => name === match[1])) return;
  const gap = item.slice(value.start + match.index, value.start + match.index + match[0].length - (match[1] ?? '').length - 1);
  const problem = misread(item.place(gap), { message: 'missingComma', data: { key: match[1] ?? '' } });
  yield { ...problem, replacements: [{ newText: ',', isSafe: false }] };
}

function* checkType(type: Slice | undefined, item: SpecText, { domainType }: SpecContext): Generator<ValueProblem> {
  if (type?.text !== 'ioemu' || domainType === 'hvm') return;
  const data = { type: domainType.toUpperCase() };
  yield { code: 'refused-device-value', range: item.rangeOf(type), message: 'ioemu', data, stage: 'create' };
}

/** xl does not stop at the comma after an address that is too short: it reads on into the next field. */
function* checkCutMac(fields: readonly SpecField[], item: SpecText): Generator<ValueProblem> {
  const index = fields.findIndex(({ key }) => key?.text === 'mac');
  const value = fields[index]?.value;
  const next = fields[index + 1]?.whole;
  if (value === undefined || next === undefined || readMac(value.text).byteCount !== 5) return;
  if (/^[0-9a-f]/i.test(next.text)) yield misread(item.place(next), { message: 'macReadsOn', data: { text: next.text } });
}
