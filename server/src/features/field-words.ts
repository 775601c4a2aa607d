/** Values of libxl's JSON in words, with their units. */
import type { FieldKind } from '../schema/domain-field';
import { sizeInLargestUnit } from '../schema/size';
import { isList, type Json } from '../text/json';
import { message, type Word } from '../text/message';

/** A value of a field as people say it. */
export function fieldWords(value: Json, as?: FieldKind): Word {
  if (as === 'memkb' && typeof value === 'number') return memoryWords(value);
  if (value === 'True' || value === true) return message('on');
  if (value === 'False' || value === false) return message('off');
  if (as === 'vcpus' && Array.isArray(value)) return String(value.length);
  if (typeof value !== 'object') return String(value);
  return isList(value) ? listWords(value) : JSON.stringify(value);
}

/** What is the same for all vCPUs is said once. */
function listWords(list: readonly Json[]): Word {
  const items = list.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item)));
  const [first = ''] = items;
  const isOfLists = typeof list[0] === 'object' && items.length > 1;
  if (isOfLists && items.every((item) => item === first))
    return message('{value} for each of {count}', { value: first, count: String(items.length) });
  return items.join(', ');
}

const KIB_PER_MIB = 1024;

/** @param kib a number of KiB */
function memoryWords(kib: number): string {
  if (kib % KIB_PER_MIB !== 0) return `${kib} KiB`;
  const mib = kib / KIB_PER_MIB;
  const size = sizeInLargestUnit(BigInt(mib), 'MiB');
  return `${mib} MiB${size === undefined ? '' : ` (${size})`}`;
}
