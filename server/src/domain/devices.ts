/** The devices of a domain, list by list. */
import { leadingAtoms } from '../schema/domain-field';
import { isSince } from '../schema/xen-version';
import { SPECS } from '../specs/index';
import { toCardStruct } from '../specs/vsnd/vsnd-spec';
import { isObject, type Json, type JsonObject, setAt } from '../text/json';
import { readImpliedFramebuffer } from './graphics';
import type { SettingReader } from './setting-reader';

/** The lists whose strings are devices each; libxl numbers the devices of some kinds. */
const LISTS: readonly { readonly name: string; readonly at: string; readonly hasIds?: true }[] = [
  { name: 'ioports', at: 'b_info.ioports' },
  { name: 'irqs', at: 'b_info.irqs' },
  { name: 'iomem', at: 'b_info.iomem' },
  { name: 'disk', at: 'disks' },
  { name: 'vif', at: 'nics', hasIds: true },
  { name: 'vtpm', at: 'vtpms', hasIds: true },
  { name: 'pvcalls', at: 'pvcallsifs', hasIds: true },
  { name: 'vdispl', at: 'vdispls', hasIds: true },
  { name: 'channel', at: 'channels', hasIds: true },
  { name: 'usbctrl', at: 'usbctrls', hasIds: true },
  { name: 'usbdev', at: 'usbdevs' },
];

export function readDevices(reader: SettingReader, domain: JsonObject): void {
  for (const { name, at, hasIds } of LISTS) {
    const structs = readList(reader, name);
    setList(domain, at, hasIds === true ? structs.map(withId) : structs);
  }
  setList(domain, 'pcidevs', readPciDevices(reader));
  if (reader.domainType === 'pv' && readList(reader, 'pci').length > 0) setAt(domain, 'b_info.type.pv.e820_host', 'True');
  setList(
    domain,
    'dtdevs',
    listTexts(reader, 'dtdev').map((path) => ({ path })),
  );
  setList(domain, 'p9s', readShares(reader));
  setList(domain, 'vsnds', readCards(reader).map(withId));
  const implied = readImpliedFramebuffer(reader);
  const listed = readList(reader, 'vfb');
  const framebuffers = listed.length > 0 || implied === undefined ? listed : [implied];
  setList(domain, 'vfbs', framebuffers.map(withId));
  // Each framebuffer brings a keyboard of its own.
  setList(domain, 'vkbs', [...framebuffers.map(() => ({})), ...readList(reader, 'vkb').map(withTouch)].map(withId));
}

function setList(domain: JsonObject, at: string, list: readonly Json[]): void {
  if (list.length > 0) setAt(domain, at, list);
}

function listTexts(reader: SettingReader, name: string): readonly string[] {
  const value = reader.find(name)?.value;
  return value === undefined ? [] : leadingAtoms(value).map(({ text }) => text);
}

function readList(reader: SettingReader, name: string): readonly Json[] {
  const spec = SPECS[reader.find(name)?.option?.type.spec ?? ''];
  return listTexts(reader, name).flatMap((text) => spec?.toStruct?.(text, reader) ?? []);
}

function withId(struct: Json, index: number): Json {
  return isObject(struct) ? { devid: index, ...struct } : struct;
}

/** A size of the touch screen stands for the touch screen. */
function withTouch(struct: Json): Json {
  if (!isObject(struct)) return struct;
  const hasSize = Object.keys(struct).some((field) => field.startsWith('multi_touch_'));
  return hasSize ? { ...struct, feature_multi_touch: true } : struct;
}

/** Settings for the whole list are the defaults of each device; what is off is left out of JSON. */
function readPciDevices(reader: SettingReader): readonly Json[] {
  const defaults: JsonObject = {};
  for (const name of ['permissive', 'msitranslate', 'power_mgmt', 'seize']) {
    // xl keeps the number in an int before it asks whether it is 0.
    if (BigInt.asIntN(32, reader.number(`pci_${name}`) ?? 0n) !== 0n) defaults[name] = true;
  }
  if (reader.domainType !== 'hvm') defaults['rdm_policy'] = 'strict';
  return readList(reader, 'pci').map((struct) => {
    const all: JsonObject = { ...defaults, ...(isObject(struct) ? struct : {}) };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== false && value !== 0 && value !== 'invalid'));
  });
}

/** Up to 4.17 a share takes over from the one before it what it does not set itself. */
function readShares(reader: SettingReader): readonly Json[] {
  let inherited: JsonObject = {};
  return readList(reader, 'p9').map((struct, index) => {
    if (!isObject(struct)) return struct;
    if (isSince(reader.target.xen, '4.18')) return withId(struct, index);
    inherited = { ...inherited, ...struct };
    return inherited;
  });
}

/** Sound cards are lists of strings. */
function readCards(reader: SettingReader): readonly Json[] {
  const value = reader.find('vsnd')?.value;
  if (value?.kind !== 'list') return [];
  return value.items.map((card) =>
    toCardStruct(
      leadingAtoms(card).map(({ text }) => text),
      reader.target,
    ),
  );
}
