/** The CPUID policy, register by register, as strings of bits (libxl_cpuid.c). */
import { leadingAtoms } from '../schema/xl-value';
import { scanUnsigned } from '../schema/c-text/c-number';
import { splitAtEquals } from '../schema/c-text/fields';
import { type CpuidBits, findFeaturePlace, type MsrBit } from '../specs/cpuid/cpuid-bits';
import { knowsFeature } from '../specs/cpuid/cpuid-spec';
import { wholeOf } from '../schema/spec-text';
import { type JsonObject, setAt } from '../text/json';
import type { SettingReader } from './setting-reader';

const REGISTER_BITS = 32;
const MSR_BITS = 64;

export function readCpuid(reader: SettingReader, domain: JsonObject): void {
  const value = reader.find('cpuid')?.value;
  if (value === undefined) return;
  const policy = new Policy();
  if (value.kind === 'list') for (const { text } of leadingAtoms(value)) policy.addRegisters(text);
  else addFeatures(policy, value.text, reader);
  if (policy.isTouched) setAt(domain, 'b_info.cpuid', policy.toJson());
}

/** `host`, and then features by name. */
function addFeatures(policy: Policy, text: string, { target }: SettingReader): void {
  const [first, ...fields] = text.split(',').filter((field) => field !== '');
  if (first !== 'host') return;
  for (const field of fields) {
    const { key, value } = splitAtEquals(wholeOf(field));
    const place = key === undefined || !knowsFeature(key.text, target) ? undefined : findFeaturePlace(key.text);
    if (key === undefined || value === undefined || place === undefined) continue;
    if ('msr' in place) policy.addMsr(place, value.text);
    else policy.addBits(key.text, place, value.text);
  }
}

class Policy {
  private readonly leaves: JsonObject[] = [];
  private readonly msrs: { index: number; policy: string }[] = [];

  get isTouched(): boolean {
    return this.leaves.length > 0 || this.msrs.length > 0;
  }

  toJson(): JsonObject {
    return {
      ...(this.leaves.length === 0 ? {} : { cpuid: this.leaves }),
      ...(this.msrs.length === 0 ? {} : { msr: this.msrs.map(({ index, policy }) => ({ index, policy })) }),
    };
  }

  /** The leaf is there even when its value turns out wrong. */
  addBits(name: string, place: CpuidBits, text: string): void {
    const entry = this.leafOf(place.leaf, place.subleaf);
    const bits = toBits(text, place.length);
    if (bits === undefined) return;
    const present = entry[place.register];
    const register = typeof present === 'string' ? present : 'x'.repeat(REGISTER_BITS);
    entry[place.register] = fillIn(name, register, place, bits, scanUnsigned(text, 0)?.value ?? 0n);
  }

  addMsr({ msr, bit }: MsrBit, text: string): void {
    let entry = this.msrs.find(({ index }) => index === msr);
    if (entry === undefined) this.msrs.push((entry = { index: msr, policy: 'x'.repeat(MSR_BITS) }));
    if (/^[01xks]$/.test(text)) entry.policy = overwrite(entry.policy, MSR_BITS - 1 - bit, text === 's' ? 'k' : text);
  }

  /** One line in the form of xend: `leaf[,subleaf]:register=bits,…`; what stands before a mistake is kept. */
  addRegisters(text: string): void {
    const head = readLeaf(text);
    if (head === undefined) return;
    const entry = this.leafOf(head.leaf, head.subleaf);
    let rest = text.slice(head.length);
    for (;;) {
      const [whole, register = '', bits = ''] = /^(e[a-d]x)[^=]*=([^,]{32})(?:$|,[ \n]*)/.exec(rest) ?? [];
      if (whole === undefined) return;
      entry[register] = bits;
      rest = rest.slice(whole.length);
    }
  }

  private leafOf(leaf: number, subleaf: number | undefined): JsonObject {
    const found = this.leaves.find((each) => each['leaf'] === leaf && each['subleaf'] === subleaf);
    if (found !== undefined) return found;
    const entry: JsonObject = subleaf === undefined ? { leaf } : { leaf, subleaf };
    this.leaves.push(entry);
    return entry;
  }
}

interface LeafHead {
  readonly leaf: number;
  readonly subleaf: number | undefined;
  readonly length: number;
}

/** The numbers before the colon, which belongs to the length. */
function readLeaf(text: string): LeafHead | undefined {
  const leaf = scanUnsigned(text, 0);
  if (leaf === undefined) return undefined;
  const hasSubleaf = text.charAt(leaf.length) === ',';
  const subleaf = hasSubleaf ? scanUnsigned(text.slice(leaf.length + 1), 0) : undefined;
  if (hasSubleaf && subleaf === undefined) return undefined;
  const colon = leaf.length + (subleaf === undefined ? 0 : 1 + subleaf.length);
  if (text.charAt(colon) !== ':') return undefined;
  return { leaf: toUint32(leaf.value), subleaf: subleaf === undefined ? undefined : toUint32(subleaf.value), length: colon + 1 };
}

function toUint32(value: bigint): number {
  return Number(BigInt.asUintN(32, value));
}

/** The bits for a value: of its number, or one letter for all of them; undefined for what libxl does not take. */
function toBits(text: string, length: number): string | undefined {
  const number = scanUnsigned(text, 0);
  if (number !== undefined) return binary(number.value, length);
  return /^[xks]/.test(text) ? text.charAt(0).repeat(length) : undefined;
}

function binary(value: bigint, length: number): string {
  return BigInt.asUintN(length, value).toString(2).padStart(length, '0');
}

/** Family and model are split over two places each, the family with an offset of 15. */
function fillIn(name: string, register: string, { bit, length }: CpuidBits, bits: string, number: bigint): string {
  if (name === 'model') return overwrite(overwrite(register, REGISTER_BITS - 20, bits.slice(0, 4)), REGISTER_BITS - 4 - bit, bits.slice(4));
  if (name !== 'family') return overwrite(register, REGISTER_BITS - length - bit, bits);
  const [base, extension] = number < 16n ? [bits.slice(4), '0'.repeat(8)] : ['1111', bits.charAt(0) + binary(number - 15n, 7)];
  return overwrite(overwrite(register, REGISTER_BITS - 4 - bit, base), REGISTER_BITS - 28, extension);
}

function overwrite(text: string, position: number, part: string): string {
  return text.slice(0, position) + part + text.slice(position + part.length);
}
