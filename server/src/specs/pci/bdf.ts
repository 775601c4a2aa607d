/** Reads PCI addresses the way xl does (libxlu_pci.c, parse_bdf). */
import type { Target } from '../../schema/target';
import { isSince } from '../../schema/xen-version';

/** What scanf takes for a hexadecimal number: blanks, a sign and a prefix may come first, and the prefix alone is 0. */
const NUMBER = '\\s*[+-]?(?:0[xX][0-9a-fA-F]*|[0-9a-fA-F]+)';
/** An address `[DDDD:]BB:DD.F`, where `*` stands for all functions. The colons are counted beforehand, over plain digits. */
const BDF = new RegExp(`^(?:([0-9a-fA-F]+):)?([0-9a-fA-F]+):(${NUMBER})\\.(\\*|${NUMBER})`);

export interface Bdf {
  readonly domain: number;
  readonly bus: number;
  readonly device: number;
  /** All of them where it is undefined. */
  readonly function: number | undefined;
  /** How many characters were read. */
  readonly length: number;
}

/** The address at the start of a text, or undefined where xl reads none. */
export function readBdf(text: string, target: Target): Bdf | undefined {
  const match = BDF.exec(text);
  if (match === null) return undefined;
  const [whole, domainDigits = '0', busDigits = '', deviceDigits = '', functionDigits = ''] = match;
  const [domain, bus, device] = [readHex(domainDigits), readHex(busDigits), readHex(deviceDigits)];
  const number = functionDigits === '*' ? undefined : readHex(functionDigits);
  const bdf: Bdf = { domain, bus, device, function: number, length: whole.length };
  return isInBounds(bdf, target) ? bdf : undefined;
}

function isInBounds({ domain, bus, device, function: number = 0 }: Bdf, { xen }: Target): boolean {
  return domain <= 0xffff && bus <= 0xff && device <= (isSince(xen, '4.15') ? 0x1f : 0xff) && number <= 7;
}

/** scanf makes a negative number wrap round, so that it is out of every bound. */
function readHex(digits: string): number {
  const magnitude = Number.parseInt(digits.trim().replace(/^[+-]?(?:0[xX])?/, '0'), 16);
  return digits.includes('-') && magnitude > 0 ? Infinity : magnitude;
}

/** The same device always gives the same text. */
export function formatBdf({ domain, bus, device, function: number }: Bdf): string {
  const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');
  return `${hex(domain, 4)}:${hex(bus, 2)}:${hex(device, 2)}.${number ?? '*'}`;
}
