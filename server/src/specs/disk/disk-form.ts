/** The two ways to write a disk: every parameter by its name, and the usual ones by their place. */
import type { Slice } from '../../schema/spec-text';
import type { Target } from '../../schema/target';
import { type Disk, formatOf, hasRelativeTarget, isReadOnly, parseDisk, toDiskStruct } from './disk';

/** Every parameter by its name, `target` last. */
export function toNamedForm(disk: Disk, vdev: Slice): string {
  const named: readonly (readonly [string, string])[] = [
    ['format', formatOf(disk)],
    ['vdev', vdev.text],
    ['access', isReadOnly(disk) ? 'ro' : 'rw'],
  ];
  const parts = [...named.map(([name, text]) => `${name}=${text}`), ...otherParts(disk)];
  const target = disk.target?.text ?? '';
  return [...parts, ...(target === '' ? [] : [`target=${target}`])].join(', ');
}

/** Target, format, device and access by their place; what has none follows by its name. */
export function toPositionalForm(disk: Disk, vdev: Slice): string {
  const access = isReadOnly(disk) ? 'ro' : 'rw';
  return [disk.target?.text ?? '', formatOf(disk), vdev.text, access, ...otherParts(disk)].join(',');
}

/** What has no place: the type, parameters and flags. */
function otherParts({ isCdrom, parameters, flags }: Disk): readonly string[] {
  const placed = ['target', 'format', 'vdev', 'access', 'devtype'];
  return [
    ...(isCdrom ? ['devtype=cdrom'] : []),
    ...[...parameters].flatMap(([name, { text }]) => (placed.includes(name) ? [] : [`${name}=${text}`])),
    ...flags.flatMap(({ text }) => (text === 'cdrom' ? [] : [text])),
  ];
}

/** A string in the other form, where it is the same disk in both; undefined where it has no other form. */
export function toOtherForm(text: string, target: Target): { readonly text: string; readonly isNamed: boolean } | undefined {
  const disk = parseDisk(text, target);
  if (disk.vdev === undefined || !isRight(disk) || isOfXend(disk)) return undefined;
  const isNamed = disk.positional.length > 0 || disk.prefixes.length > 0;
  const other = isNamed ? toNamedForm(disk, disk.vdev) : toPositionalForm(disk, disk.vdev);
  const again = parseDisk(other, target);
  const isSame = isRight(again) && JSON.stringify(toDiskStruct(again, target)) === JSON.stringify(toDiskStruct(disk, target));
  return isSame ? { text: other, isNamed } : undefined;
}

function isRight({ mistakes, pieces }: Disk): boolean {
  return mistakes.length === 0 && pieces.every(({ kind }) => kind !== 'unknown-parameter');
}

/** Whether the target was meant to be a device of `/dev`, which the form of today would no longer show. */
export function isOfXend(disk: Disk): boolean {
  return disk.prefixes.some(({ text }) => text === 'phy') && hasRelativeTarget(disk);
}
