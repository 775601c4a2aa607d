/** A domain as a flat list of its fields, so that two can be compared. */
import { DEVICE_OPTIONS } from '../options/index';
import { isObject, type Json, type JsonObject } from '../text/json';

export interface FlatField {
  /** The path in libxl's JSON; a device of a list stands in brackets: `disks[xvda].format`. */
  readonly path: string;
  /** The same without the brackets: `disks.format`. */
  readonly kind: string;
  readonly value: Json;
  /** The path of the device that has the field. */
  readonly device?: string;
}

/** Structs with nothing in them are as good as none. The order is that of the domain. */
export function flattenDomain(domain: JsonObject): ReadonlyMap<string, FlatField> {
  const fields = new Map<string, FlatField>();
  const open: FlatField[] = [{ path: '', kind: '', value: domain }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, kind, value } = next;
    const structs = Array.isArray(value) && value.length > 0 && value.every(isObject) ? value.filter(isObject) : undefined;
    if (structs !== undefined) open.push(...listDevices(kind, structs).reverse());
    else if (isObject(value)) open.push(...listFields(next, value).reverse());
    else if (!Array.isArray(value) || value.length > 0) fields.set(path, next);
  }
  return fields;
}

function listFields({ path, kind, device }: FlatField, object: JsonObject): FlatField[] {
  const prefix = path === '' ? '' : '.';
  return Object.entries(object).map(([key, value]) => ({
    path: `${path}${prefix}${key}`,
    kind: `${kind}${prefix}${key}`,
    value,
    ...(device === undefined ? {} : { device }),
  }));
}

/** The fields by which the devices of a list are told from each other. */
const IDENTITIES: ReadonlyMap<string, readonly string[]> = new Map(
  DEVICE_OPTIONS.map(({ devices }): [string, readonly string[]] => [
    devices.at,
    devices.identity ?? (devices.hasIds === true ? ['devid'] : []),
  ]),
);

/** A field that is not there is 0. */
function textOf(value: Json = 0): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Devices under what tells them apart, else under their number. */
function listDevices(kind: string, structs: readonly JsonObject[]): FlatField[] {
  const identity = IDENTITIES.get(kind);
  const seen = new Map<string, number>();
  return structs.map((struct, index) => {
    const known = (identity ?? []).map((field) => textOf(struct[field])).join(':');
    const name = identity === undefined || identity.length === 0 ? String(index) : known;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const path = `${kind}[${count === 0 ? name : `${name} #${count + 1}`}]`;
    return { path, kind, value: struct, device: path };
  });
}
