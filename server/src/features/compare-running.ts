/** What differs between the domain that a config makes and the one that runs under its name. */
import { buildDomain } from '../domain/build-domain';
import { type FlatField, flattenDomain } from '../domain/flat-domain';
import { isLostField, isRunTimeField, isSecretField } from '../domain/run-time-fields';
import type { DomainModel } from '../model/domain-model';
import { atomOf } from '../model/setting';
import { DEVICE_OPTIONS, type Option, OPTIONS } from '../options/index';
import type { SpecKey } from '../schema/value-types/value-type';
import type { Say } from '../messages/say';
import { isList, type Json } from '../text/json';
import { message, type Word } from '../text/message';
import { fieldWords } from './field-words';
import { readRunningDomains, type RunningDomain } from './running-domains';

/** A field that differs; a side that does not have it has neither value nor words. */
export interface FieldDifference {
  /** The path in libxl's JSON, a device in brackets. */
  readonly field: string;
  /** The option that sets it, where one does. */
  readonly option: string | undefined;
  /** The same for people: the option, the device, its key. */
  readonly label: string;
  readonly file: FieldSide | undefined;
  readonly running: FieldSide | undefined;
}

export interface FieldSide {
  readonly value: Json;
  /** With its unit. */
  readonly words: string;
}

export type RunningComparison =
  | {
      readonly kind: 'compared';
      readonly name: string;
      readonly domid: number | undefined;
      readonly differences: readonly FieldDifference[];
    }
  /** xl makes no domain of the text. */
  | { readonly kind: 'no-domain'; readonly name: string }
  /** No domain of that name is in the list. */
  | { readonly kind: 'not-running'; readonly name: string }
  /** The list is none. */
  | { readonly kind: 'unreadable'; readonly name: string };

/**
 * Compares a domain with the running one.
 * @param listed what `xl list -l` prints, for the domain or for all
 */
export function compareRunning(model: DomainModel, isDomain: boolean, listed: string, say: Say): RunningComparison {
  const name = atomOf(model.byName.get('name'))?.text ?? '';
  if (!isDomain) return { kind: 'no-domain', name };
  const running = readRunningDomains(listed);
  if (running === undefined) return { kind: 'unreadable', name };
  const own = running.find((each) => each.name === name);
  if (own === undefined) return { kind: 'not-running', name };
  return { kind: 'compared', name, domid: own.domid, differences: listDifferences(model, own, say) };
}

function listDifferences(model: DomainModel, { config }: RunningDomain, say: Say): readonly FieldDifference[] {
  const [file, running] = [flattenDomain(buildDomain(model)), flattenDomain(config)];
  const devices = { file: devicesOf(file), running: devicesOf(running) };
  const paths = [...file.keys(), ...[...running.keys()].filter((path) => !file.has(path))];
  const told = new Set<string>();
  return paths.flatMap((path): readonly FieldDifference[] => {
    const [ours, theirs] = [file.get(path), running.get(path)];
    const field = ours ?? theirs;
    if (field === undefined || isAlike(ours, theirs, model)) return [];
    const { device } = field;
    // A device that only one side has is told once.
    if (device === undefined || (devices.file.has(device) && devices.running.has(device)))
      return [fieldDifference(path, field, ours, theirs, say)];
    if (told.has(device)) return [];
    told.add(device);
    return [deviceDifference(device, devices, say)];
  });
}

/** Whether both say the same of a field, as far as both can. */
function isAlike(ours: FlatField | undefined, theirs: FlatField | undefined, model: DomainModel): boolean {
  if (ours === undefined) return theirs === undefined || isRunTimeField(theirs.kind, model);
  return theirs === undefined ? isLostField(ours.kind) : isSame(ours.value, theirs.value);
}

type DeviceFields = ReadonlyMap<string, readonly FlatField[]>;

function devicesOf(fields: ReadonlyMap<string, FlatField>): DeviceFields {
  const devices = new Map<string, FlatField[]>();
  for (const field of fields.values()) {
    if (field.device === undefined) continue;
    const own = devices.get(field.device);
    if (own === undefined) devices.set(field.device, [field]);
    else own.push(field);
  }
  return devices;
}

function isSame(ours: Json, theirs: Json): boolean {
  if (isList(ours) && isList(theirs) && ours.length === theirs.length) return ours.every((item, index) => isSameItem(item, theirs[index]));
  return ours === theirs;
}

/** Which CPUs `all` and `nodes:0` are only the host knows, so these stay a text in a list of numbers. */
function isSameItem(ours: Json, theirs: Json | undefined): boolean {
  if (typeof ours === 'string' && typeof theirs === 'object') return true;
  return ours === theirs || JSON.stringify(ours) === JSON.stringify(theirs);
}

function fieldDifference(
  path: string,
  field: FlatField,
  ours: FlatField | undefined,
  theirs: FlatField | undefined,
  say: Say,
): FieldDifference {
  const { option, label } = nameField(field);
  const side = (each: FlatField | undefined): FieldSide | undefined => (each === undefined ? undefined : sideOf(each, option, say));
  return { field: path, option: option?.name, label: say(label), file: side(ours), running: side(theirs) };
}

function sideOf({ kind, value }: FlatField, option: Option | undefined, say: Say): FieldSide {
  const words: Word = isSecretField(kind) ? HIDDEN : fieldWords(value, option?.field?.as);
  return { value: isSecretField(kind) ? say(HIDDEN) : value, words: say(words) };
}

const HIDDEN = message('set, and not repeated here');

function deviceDifference(
  path: string,
  devices: { readonly file: DeviceFields; readonly running: DeviceFields },
  say: Say,
): FieldDifference {
  const { option, label } = nameDevice(path);
  const side = (own: readonly FlatField[] | undefined): FieldSide | undefined => {
    if (own === undefined) return undefined;
    const parts = own.map((each) => [nameKey(each, path, option), sideOf(each, undefined, say)] as const);
    const words = parts.map(([key, { words: value }]) => `${key}: ${value}`).join('; ');
    return { value: Object.fromEntries(parts.map(([key, { value }]) => [key, value])), words };
  };
  return {
    field: path,
    option: option?.name,
    label: say(label),
    file: side(devices.file.get(path)),
    running: side(devices.running.get(path)),
  };
}

const BY_FIELD: ReadonlyMap<string, Option> = new Map(
  OPTIONS.flatMap((option) =>
    [...(option.field === undefined ? [] : [option.field.at]), ...(option.fills ?? [])].map((at): [string, Option] => [at, option]),
  ),
);
const BY_LIST: ReadonlyMap<string, Option> = new Map(DEVICE_OPTIONS.map((option) => [option.devices.at, option]));

/** The option of a device, and both as people call them: `disk xvda`. */
function nameDevice(path: string): { readonly option: Option | undefined; readonly label: Word } {
  const list = /^[^[]*/.exec(path)?.[0] ?? '';
  const option = BY_LIST.get(list);
  const name = path.slice(list.length + 1, -1);
  return { option, label: message('{option} {device}', { option: option?.name ?? list, device: name }) };
}

function nameField(field: FlatField): { readonly option: Option | undefined; readonly label: Word } {
  const { device, kind } = field;
  if (device === undefined) {
    const option = BY_FIELD.get(kind) ?? BY_LIST.get(kind);
    return { option, label: option?.name ?? kind };
  }
  const { option, label } = nameDevice(device);
  return { option, label: message('{device}: {key}', { device: label, key: nameKey(field, device, option) }) };
}

/** The key of a device string that fills a field in, else the field. */
function nameKey({ path }: FlatField, device: string, option: Option | undefined): string {
  const field = path.slice(device.length + 1);
  return option?.type.spec?.keys.find((key) => fieldOf(key) === field)?.name ?? field;
}

function fieldOf({ name, field }: SpecKey): string {
  return field ?? name.replaceAll('-', '_');
}
