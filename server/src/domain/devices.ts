/** The devices of a domain, list by list. */
import { DEVICE_OPTIONS, type Option, type OptionName } from '../options/index';
import { leadingAtoms } from '../schema/xl-value';
import { isSince } from '../schema/xen-version';
import { toCardStruct } from '../specs/vsnd/vsnd-spec';
import { isObject, type Json, type JsonObject, setAt } from '../text/json';
import { readImpliedFramebuffer } from './graphics';
import type { SettingReader } from './setting-reader';

/** The devices of lists that do not follow from their strings one by one. */
const SPECIAL_LISTS: Partial<Record<OptionName, (reader: SettingReader, structs: readonly Json[]) => readonly Json[]>> = {
  dtdev: (reader) => listTexts(reader, 'dtdev').map((path) => ({ path })),
  p9: inheritShares,
  pci: addPciDefaults,
  vfb: addImpliedFramebuffer,
  vkb: addKeyboards,
  vsnd: readCards,
};

export function readDevices(reader: SettingReader, domain: JsonObject): void {
  for (const option of DEVICE_OPTIONS) {
    const structs = readList(reader, option);
    const all = SPECIAL_LISTS[option.name]?.(reader, structs) ?? structs;
    if (all.length > 0) setAt(domain, option.devices.at, option.devices.hasIds === true ? all.map(withId) : all);
  }
  if (reader.domainType === 'pv' && listTexts(reader, 'pci').length > 0) setAt(domain, 'b_info.type.pv.e820_host', 'True');
}

function listTexts(reader: SettingReader, name: OptionName): readonly string[] {
  const value = reader.find(name)?.value;
  return value === undefined ? [] : leadingAtoms(value).map(({ text }) => text);
}

function readList(reader: SettingReader, { name, type }: Pick<Option<OptionName>, 'name' | 'type'>): readonly Json[] {
  return listTexts(reader, name).flatMap((text) => type.spec?.toStruct?.(text, reader) ?? []);
}

function withId(struct: Json, index: number): Json {
  return isObject(struct) ? { devid: index, ...struct } : struct;
}

/** The settings on VNC and SDL make a framebuffer where none is listed. */
function addImpliedFramebuffer(reader: SettingReader, listed: readonly Json[]): readonly Json[] {
  const implied = readImpliedFramebuffer(reader);
  return listed.length > 0 || implied === undefined ? listed : [implied];
}

/** Each framebuffer brings a keyboard of its own. */
function addKeyboards(reader: SettingReader, listed: readonly Json[]): readonly Json[] {
  const framebuffers = addImpliedFramebuffer(reader, listTexts(reader, 'vfb'));
  return [...framebuffers.map(() => ({})), ...listed.map(withTouch)];
}

/** A size of the touch screen stands for the touch screen. */
function withTouch(struct: Json): Json {
  if (!isObject(struct)) return struct;
  const hasSize = Object.keys(struct).some((field) => field.startsWith('multi_touch_'));
  return hasSize ? { ...struct, feature_multi_touch: true } : struct;
}

/** Settings for the whole list are the defaults of each device; what is off is left out of JSON. */
function addPciDefaults(reader: SettingReader, structs: readonly Json[]): readonly Json[] {
  const defaults: JsonObject = {};
  for (const name of ['permissive', 'msitranslate', 'power_mgmt', 'seize'] as const) {
    // xl keeps the number in an int before it asks whether it is 0.
    if (BigInt.asIntN(32, reader.number(`pci_${name}`) ?? 0n) !== 0n) defaults[name] = true;
  }
  if (reader.domainType !== 'hvm') defaults['rdm_policy'] = 'strict';
  return structs.map((struct) => {
    const all: JsonObject = { ...defaults, ...(isObject(struct) ? struct : {}) };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== false && value !== 0 && value !== 'invalid'));
  });
}

/** Up to 4.17 a share takes over from the one before it what it does not set itself. */
function inheritShares(reader: SettingReader, structs: readonly Json[]): readonly Json[] {
  let inherited: JsonObject = {};
  return structs.map((struct, index) => {
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
