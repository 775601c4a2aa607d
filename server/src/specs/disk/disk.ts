/** A disk as xl understands its string (libxlu_disk.c, xlu_disk_parse). */
import type { JsonObject } from '../../text/json';
import type { Target } from '../../schema/target';
import type { SpecField } from '../../schema/value-types/value-type';
import { toStruct } from '../key-value';
import { DISK_KEYS } from './disk-keys';
import { type DiskPiece, scanDisk } from './disk-scanner';
import type { Wording } from '../../schema/value-problem';
import type { Slice } from '../../schema/spec-text';

/** A mistake that makes xl refuse the string. */
export interface DiskMistake {
  readonly place: Slice;
  readonly wording: Wording<'malformed-device'>;
}

/** A value that was given for a parameter by its position. */
export interface PositionalValue {
  readonly parameter: 'target' | 'format' | 'vdev' | 'access' | 'devtype';
  readonly value: Slice;
}

export interface Disk {
  readonly target: Slice | undefined;
  readonly format: Slice | undefined;
  readonly vdev: Slice | undefined;
  readonly access: Slice | undefined;
  readonly isCdrom: boolean;
  /** All other parameters, the last of each. */
  readonly parameters: ReadonlyMap<string, Slice>;
  readonly flags: readonly Slice[];
  readonly prefixes: readonly Slice[];
  readonly positional: readonly PositionalValue[];
  /** `vdev:cdrom` was written, the old way to say devtype. */
  readonly hasOldType: boolean;
  readonly mistakes: readonly DiskMistake[];
  readonly pieces: readonly DiskPiece[];
}

const FORMAT_PREFIXES = new Set(['raw', 'qcow', 'qcow2', 'vhd']);
const SCRIPT_PREFIXES = new Set(['iscsi', 'nbd', 'enbd', 'drbd']);
const REPEATS = new Map(DISK_KEYS.map(({ name, repeat }) => [name, repeat]));

/** Reads a disk string; mistakes are listed beside what could be read. */
export function parseDisk(text: string, target: Target): Disk {
  const reader = new DiskReader();
  const pieces = scanDisk(text, target);
  for (const piece of pieces) reader.take(piece);
  return reader.finish(pieces);
}

class DiskReader {
  private readonly values = new Map<string, Slice>();
  private readonly flags: Slice[] = [];
  private readonly prefixes: Slice[] = [];
  private readonly positional: PositionalValue[] = [];
  private readonly mistakes: DiskMistake[] = [];
  private isCdrom = false;
  private hasOldType = false;
  private hasPositionalAccess = false;

  take(piece: DiskPiece): void {
    switch (piece.kind) {
      case 'parameter':
        this.set(piece.key.text, piece.value);
        break;
      case 'flag':
        this.flags.push(piece.key);
        if (piece.key.text === 'cdrom') this.isCdrom = true;
        break;
      case 'prefix':
        this.takePrefix(piece.word);
        break;
      case 'unknown-prefix':
        this.mistakes.push({ place: piece.word, wording: { message: 'prefix', data: { text: piece.word.text } } });
        break;
      case 'positional':
        if (this.mistakes.length === 0) this.takePositional(piece.value);
        break;
      case 'unknown-parameter':
        break;
      case 'bad':
        this.mistakes.push({ place: piece.rest, wording: { message: 'diskSyntax', data: { text: piece.rest.text } } });
        break;
      default: {
        const unreachable: never = piece;
        return unreachable;
      }
    }
  }

  finish(pieces: readonly DiskPiece[]): Disk {
    const { values, flags, prefixes, positional, isCdrom, hasOldType, mistakes } = this;
    const [target, format, vdev, access] = ['target', 'format', 'vdev', 'access'].map((name) => values.get(name));
    return { target, format, vdev, access, isCdrom, parameters: values, flags, prefixes, positional, hasOldType, mistakes, pieces };
  }

  private set(name: string, value: Slice): void {
    const previous = this.values.get(name);
    const isRepeated =
      (REPEATS.get(name) === 'refused' && previous !== undefined && previous.text !== '') ||
      (REPEATS.get(name) === 'same' && previous !== undefined && canonical(previous) !== canonical(value));
    if (isRepeated) this.mistakes.push({ place: value, wording: { message: 'repeated', data: { key: name } } });
    else this.values.set(name, value);
    if (name === 'devtype') this.isCdrom = value.text === 'cdrom';
  }

  private takePrefix(word: Slice): void {
    this.prefixes.push(word);
    if (FORMAT_PREFIXES.has(word.text)) this.set('format', word);
    if (SCRIPT_PREFIXES.has(word.text)) this.set('script', { ...word, text: `block-${word.text}` });
  }

  private takePositional(value: Slice): void {
    const target = this.values.get('target');
    if (target === undefined) this.fill('target', value);
    else if (this.prefixes.length === 0 && !this.values.has('format')) this.takeFormat(value, target);
    else if (!this.values.has('vdev')) this.takeVdev(value);
    else if (!this.hasPositionalAccess) {
      this.hasPositionalAccess = true;
      this.fill('access', value);
    } else this.mistakes.push({ place: value, wording: { message: 'tooMany', data: { text: value.text } } });
  }

  private takeFormat(value: Slice, target: Slice): void {
    if (target.text === '' && value.text.includes(':')) {
      this.takeVdev(value);
      this.values.set('format', { ...value, text: 'empty' });
    } else this.fill('format', value);
  }

  /** The device, in its old form with the type after a colon. */
  private takeVdev(value: Slice): void {
    const colon = value.text.lastIndexOf(':');
    if (colon < 0) {
      this.fill('vdev', value);
      return;
    }
    this.hasOldType = true;
    this.fill('vdev', { text: value.text.slice(0, colon), start: value.start, end: value.start + colon });
    const type = { text: value.text.slice(colon + 1), start: value.start + colon + 1, end: value.end };
    this.positional.push({ parameter: 'devtype', value: type });
    if (type.text === 'cdrom' || type.text === 'disk') this.isCdrom = type.text === 'cdrom';
    else this.mistakes.push({ place: type, wording: { message: 'oldType', data: { text: type.text } } });
  }

  private fill(parameter: PositionalValue['parameter'], value: Slice): void {
    this.positional.push({ parameter, value });
    if (parameter === 'access') this.values.set('access', value);
    else this.set(parameter, value);
  }
}

/** An empty format means raw. */
function canonical({ text }: Slice): string {
  return text === '' ? 'raw' : text;
}

/** The format that xl gives a disk: raw where nothing says it. */
export function formatOf({ format }: Disk): string {
  return format === undefined ? 'raw' : canonical(format);
}

/** Whether the guest cannot write: on its word, and for every CD. */
export function isReadOnly({ isCdrom, access }: Disk): boolean {
  return isCdrom || access?.text === 'r' || access?.text === 'ro';
}

/** The disk as libxl's struct; a CD drive without a disc has the format `empty`. */
export function toDiskStruct(disk: Disk, target: Target): JsonObject {
  const { vdev, isCdrom, flags } = disk;
  const isEmpty = isCdrom && (disk.target?.text ?? '') === '';
  const struct: JsonObject = {
    ...textField('pdev_path', disk.target),
    ...textField('vdev', vdev),
    format: isEmpty ? 'empty' : formatOf(disk),
    ...(isReadOnly(disk) ? {} : { readwrite: 1 }),
    ...(isCdrom ? { removable: 1, is_cdrom: 1 } : {}),
  };
  return { ...struct, ...toStruct([...parameterFields(disk), ...flags.map((whole) => ({ whole }))], DISK_KEYS, target) };
}

function parameterFields({ parameters }: Disk): readonly SpecField[] {
  return [...parameters].map(([name, value]) => ({ whole: value, key: { ...value, text: name }, value }));
}

function textField(name: string, value: Slice | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value.text };
}

/** Whether the target is a path and does not begin at the root. What has a colon can be the name of something on a network. */
export function hasRelativeTarget({ target, parameters }: Disk): boolean {
  const isElsewhere = ['script', 'backend', 'backendtype'].some((key) => parameters.has(key));
  return target !== undefined && !isElsewhere && isRelativePath(target.text);
}

/** Whether a text is a path that does not begin at the root. */
export function isRelativePath(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !/[:<>{}$%@]/.test(path);
}

/** The format that the name of the image speaks for. */
export function formatInName({ target }: Disk): string | undefined {
  return formatInPath(target?.text ?? '');
}

/** The format that the path of an image speaks for. */
export function formatInPath(path: string): string | undefined {
  return /\.(qcow2?|vhdx?|qed|vmdk|vdi)$/i.exec(path)?.[1]?.toLowerCase();
}
