/** The strings of a device list, as far as xl reads them. */
import { SpecText } from '../schema/spec-text';
import type { DomainModel } from './domain-model';

/** The strings of an option that is a list, up to the first item that is none; empty for anything else. */
export function deviceItems({ byName }: DomainModel, name: string): readonly SpecText[] {
  const value = byName.get(name)?.value;
  if (value?.kind !== 'list') return [];
  const end = value.items.findIndex((item) => item.kind === 'list');
  const read = end < 0 ? value.items : value.items.slice(0, end);
  return read.flatMap((item) => (item.kind === 'atom' ? [new SpecText(item)] : []));
}
