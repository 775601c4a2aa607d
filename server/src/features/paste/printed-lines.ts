/** Lines that `lspci`, `lsusb` and `ip link` print. */
import type { ReadLine } from './pasted-device';

const PCI = /^(?:([\da-f]{4,8}):)?([\da-f]{2}:[\da-f]{2}\.[0-7])(?:\s+(.*))?$/i;
/** Bridges of the host, by their name or their class, cannot be given away. */
const BRIDGE = /^"?(?:(?:Host|PCI|ISA|CardBus) bridge\b|06\d\d:|Class 06)/i;

/** A line of `lspci`, also with `-n`, `-D` or `-m`, or the address alone. */
export function readLspci(line: string): ReadLine | undefined {
  const [, domain = '0000', rest = '', what = ''] = PCI.exec(line) ?? [];
  if (rest === '') return undefined;
  if (BRIDGE.test(what)) return [];
  const address = Number.parseInt(domain, 16) === 0 ? rest : `${domain}:${rest}`;
  return [{ kind: 'pci', address: address.toLowerCase() }];
}

const USB = /^Bus (\d{1,3}) Device (\d{1,3}): ID ([\da-f]{4}:[\da-f]{4})\b/i;
/** Linux calls its root hubs devices of its own. */
const ROOT_HUB = /^1d6b:/i;

/** A line of `lsusb`. */
export function readLsusb(line: string): ReadLine | undefined {
  const [match, bus, address, id = ''] = USB.exec(line) ?? [];
  if (match === undefined) return undefined;
  return ROOT_HUB.test(id) ? [] : [{ kind: 'usb', place: { bus: Number(bus), address: Number(address) }, id: id.toLowerCase() }];
}

const LINK = /^\d+: ([\w.-]+)(?:@[\w.-]+)?: <[A-Z\d_,-]*>/;
const BRIEF_LINK = /^([\w.-]+)(?:@[\w.-]+)?\s+(?:UP|DOWN|UNKNOWN)\s+[\da-f]{2}(?::[\da-f]{2}){5}\s+<[A-Z\d_,-]*>$/i;
/** What people and programs call bridges. */
const BRIDGE_NAME = /^(?:[a-z]*br[-\d_.]?|ovs)/i;

/** A line of `ip link`, also with `-br`: the bridge itself, or a card that is in one. */
export function readIpLink(line: string): ReadLine | undefined {
  const name = (LINK.exec(line) ?? BRIEF_LINK.exec(line))?.[1];
  if (name === undefined) return undefined;
  const bridge = /\bmaster ([\w.-]+)/.exec(line)?.[1] ?? (BRIDGE_NAME.test(name) ? name : undefined);
  return bridge === undefined ? [] : [{ kind: 'interface', bridge }];
}
