/** The language of disk strings. */
import { message, plainMessage, type Word } from '../../text/message';
import { WIDEST_TARGET } from '../../schema/target';
import type { Suggestion, ValueContext } from '../../schema/value-context';
import type { ValueProblem } from '../../schema/value-problem';
import { isSince } from '../../schema/xen-version';
import { unknownKey } from '../key-value';
import type { Spec, SpecContext, SpecField, SpecKey } from '../../schema/value-types/value-type';
import { checkKey, missingKey } from '../spec-key';
import type { NamedFile } from '../../schema/value-types/named-file';
import { misread } from '../../schema/value-types/device-value';
import type { Slice, SpecText } from '../../schema/spec-text';
import { type Disk, formatInName, formatOf, isReadOnly, parseDisk, toDiskStruct } from './disk';
import { DISK_KEYS } from './disk-keys';
import { checkDiskDevice } from './disk-device';
import { isOfXend, toNamedForm } from './disk-form';

const WHAT = 'a disk';

export const DISK_SPEC: Spec = {
  id: 'disk',
  what: WHAT,
  keys: DISK_KEYS,
  fields: (text) => listFields(parseDisk(text, WIDEST_TARGET)),
  suggestValue: (key, others, context) => (key === 'vdev' ? suggestVdev(others, context) : []),
  positional: { names: ['target', 'format', 'vdev', 'access'], next: nextPosition },
  title(text, { target }) {
    const disk = parseDisk(text, target);
    const kind = disk.isCdrom ? [message('CD drive')] : [formatOf(disk), isReadOnly(disk) ? 'ro' : 'rw'];
    const details = [disk.target?.text ?? '', ...kind];
    return disk.vdev === undefined ? undefined : { name: disk.vdev.text, details: details.filter((detail) => detail !== '') };
  },
  fileOf: (key, text) =>
    key === 'target' ? findTargetFile(parseDisk(text, WIDEST_TARGET)) : DISK_KEYS.find(({ name }) => name === key)?.type.file,
  toStruct: (text, { target }) => toDiskStruct(parseDisk(text, target), target),
  explain: (text, { target }) => explainDisk(parseDisk(text, target)),
  *checkItem(item, context) {
    const disk = parseDisk(item.text, context.target);
    const values = [...checkValues(disk, item, context)];
    // Behind a wrong value xl takes no more of them by position, so there cannot be too many.
    yield* [...checkSyntax(disk, item, context)].filter(({ message }) => message !== 'tooMany' || values.length === 0);
    yield* values;
    if (disk.mistakes.length > 0) return;
    yield* checkRequired(disk, item, context);
    yield* checkDiskDevice(disk, item, context);
    yield* reportOldForm(disk, item);
  },
};

/** What lies where the target is; a script or a driver domain would find it elsewhere. */
function findTargetFile({ isCdrom, parameters }: Disk): NamedFile | undefined {
  if (parameters.has('script') || parameters.has('backend')) return undefined;
  return { use: isCdrom ? 'disc' : 'disk' };
}

/** What xl would take one word more for. */
function nextPosition(before: string): string | undefined {
  return parseDisk(`${before}x`, WIDEST_TARGET).positional.find(({ value }) => value.end > before.length)?.parameter;
}

/** The next free disk, under the name that suits the type of the domain. */
function suggestVdev(others: readonly string[], { target, domainType }: ValueContext): readonly Suggestion[] {
  // There can be thousands of others, and most are not worth a look.
  const isUsed = (name: string): boolean => {
    const word = new RegExp(`\\b${name}\\b`);
    return others.some((text) => text.includes(name) && word.test(text) && parseDisk(text, target).vdev?.text === name);
  };
  const free = (family: string): string | undefined =>
    Array.from('abcdefghijklmnop', (letter) => family + letter).find((name) => !isUsed(name));
  const families = domainType === 'hvm' ? ['hd', 'xvd', 'sd'] : ['xvd'];
  return families.flatMap((family) => free(family) ?? []).map((text) => ({ text, isQuoted: false, detail: message('next free') }));
}

function explainDisk(disk: Disk): readonly (readonly [Word, Word])[] {
  const others = [...disk.parameters].filter(([name]) => !['target', 'format', 'vdev', 'access', 'devtype'].includes(name));
  const flags = disk.flags.filter(({ text }) => text !== 'cdrom').map(({ text }): [Word, Word] => [text, message('yes')]);
  return [
    [message('device'), disk.vdev?.text ?? message('missing')],
    [message('kind'), disk.isCdrom ? message('CD drive') : message('disk')],
    ['target', disk.target?.text || (disk.isCdrom ? message('empty drive') : message('missing'))],
    ['format', disk.isCdrom && (disk.target?.text ?? '') === '' ? 'empty' : formatOf(disk)],
    ['access', isReadOnly(disk) ? message('read only') : message('read and write')],
    ...others.map(([name, { text }]): [Word, Word] => [name, text]),
    ...flags,
  ];
}

function listFields({ pieces, positional }: Disk): readonly SpecField[] {
  return pieces.flatMap((piece): readonly SpecField[] => {
    switch (piece.kind) {
      case 'parameter':
      case 'unknown-parameter':
        return [{ whole: join(piece.key, piece.value), key: piece.key, value: piece.value }];
      case 'flag':
        return [{ whole: piece.key }];
      case 'positional': {
        const parameter = positional.find(({ value }) => value.start === piece.value.start)?.parameter;
        return [{ whole: piece.value, ...(parameter === undefined ? {} : { parameter }) }];
      }
      default:
        return [];
    }
  });
}

function join(key: Slice, value: Slice): Slice {
  return { text: `${key.text}=${value.text}`, start: key.start, end: value.end };
}

function* checkSyntax(disk: Disk, item: SpecText, { target }: SpecContext): Generator<ValueProblem> {
  for (const { place, wording } of disk.mistakes)
    yield { code: 'malformed-device', range: item.rangeOf(place), ...wording, stage: 'parse' };
  for (const piece of disk.pieces) {
    if (piece.kind !== 'unknown-parameter') continue;
    const declared = DISK_KEYS.find((key) => key.name === piece.key.text && !isSince(target.xen, key.since));
    yield unknownKey(piece.key, item, { what: WHAT, keys: DISK_KEYS, unknown: 'refused' }, declared, target);
  }
}

function* checkValues(disk: Disk, item: SpecText, context: SpecContext): Generator<ValueProblem> {
  const named = disk.pieces.flatMap((piece) => (piece.kind === 'parameter' ? [{ name: piece.key.text, value: piece.value }] : []));
  const positional = disk.positional.map(({ parameter, value }) => ({ name: parameter, value }));
  for (const { name, value } of [...named, ...positional]) {
    const key = DISK_KEYS.find((each) => each.name === name);
    if (key !== undefined && !isEmptyDefault(name, value)) yield* checkKey(key, value, item, context);
    if (name === 'colo-port' && !/^\s*[+-]?0*[1-9]/.test(value.text)) yield refusedPort(value, item, key);
  }
}

/** An empty format or access stands for the default. */
function isEmptyDefault(name: string, value: Slice): boolean {
  return value.text === '' && (name === 'format' || name === 'access');
}

function refusedPort(value: Slice, item: SpecText, key: SpecKey | undefined): ValueProblem {
  const data = { text: value.text, form: message('a port number'), key: key?.name ?? '' };
  return { code: 'refused-device-value', range: item.rangeOf(value), message: 'form', data, stage: 'parse' };
}

function* checkRequired(disk: Disk, item: SpecText, { mentions }: SpecContext): Generator<ValueProblem> {
  if (disk.vdev === undefined) {
    const unused = Array.from('abcdefghijklmnop', (letter) => `xvd${letter}`).find((name) => !mentions(name));
    yield missingKey(item, 'vdev', plainMessage(WHAT), unused);
  }
  if (disk.target === undefined && !disk.isCdrom) yield missingKey(item, 'target', plainMessage(WHAT));
  const { access } = disk;
  if (disk.isCdrom && (access?.text === 'w' || access?.text === 'rw'))
    yield misread(item.place(access), { message: 'readOnlyCd', data: { text: access.text } });
}

/** Offers the string in the form of today, for the same device. */
function* reportOldForm(disk: Disk, item: SpecText): Generator<ValueProblem> {
  if ((disk.prefixes.length === 0 && !disk.hasOldType) || disk.vdev === undefined) return;
  const range = item.wholeRange;
  const modern = toNamedForm(disk, disk.vdev);
  // Whoever names an image after another format than the one that xl takes has to decide what it is.
  const isDoubtful = item.text.includes('\\') || isNamedOtherwise(disk) || isOfXend(disk);
  const replacements = isDoubtful ? [] : [{ newText: modern, isSafe: true }];
  yield { code: 'deprecated-device-form', range, message: 'disk', data: {}, replacements };
}

/** Whether the name of the image speaks for a format that the disk does not have. */
function isNamedOtherwise(disk: Disk): boolean {
  const named = formatInName(disk);
  return named !== undefined && named !== formatOf(disk);
}
