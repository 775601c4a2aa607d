/**
 * Splits a disk string the way xl's scanner does (libxlu_disk_l.l): named
 * parameters, flags, old prefixes and positional values, each up to its comma;
 * `target=` takes the rest.
 */
import type { Target } from '../../schema/target';
import { isSince } from '../../schema/xen-version';
import { DISK_KEYS } from './disk-keys';
import { type Slice, sliceOf } from '../../schema/spec-text';

export type DiskPiece =
  | { readonly kind: 'parameter'; readonly key: Slice; readonly value: Slice }
  | { readonly kind: 'flag'; readonly key: Slice }
  /** `phy:`, `file:` and the like; several can stand in a row. */
  | { readonly kind: 'prefix'; readonly word: Slice }
  | { readonly kind: 'unknown-prefix'; readonly word: Slice }
  | { readonly kind: 'positional'; readonly value: Slice }
  | { readonly kind: 'unknown-parameter'; readonly key: Slice; readonly value: Slice }
  /** Text that the scanner cannot take; nothing after it is read. */
  | { readonly kind: 'bad'; readonly rest: Slice };

const OLD_PREFIXES = /^(raw|qcow2?|vhd|iscsi|e?nbd|drbd|tapdisk|tap2?|aio|ioemu|file|phy):/;
const ANY_PREFIX = /^[a-z][a-z0-9]*:(?=[^a-z0-9\n]|$)/;
const POSITIONAL = /^(?:[^=,]*,|[^=,]+)/;
/** A key that has no rule of its own, as far as the scanner can match one. */
const UNKNOWN_PARAMETER = /^([a-z][-a-z0-9]*)=[^,],?/;

const KEYS: ReadonlyMap<string, (typeof DISK_KEYS)[number]> = new Map(DISK_KEYS.map((key) => [key.name, key]));

/** The pieces of a string, in order. A piece that makes xl stop is the last one. */
export function scanDisk(text: string, target: Target): readonly DiskPiece[] {
  const pieces: DiskPiece[] = [];
  let position = 0;
  while (position < text.length) {
    // Blanks count as such only before something; a tail of blanks is a positional value.
    const blanks = /^[ \t\n]+(?=[^ \t\n]|$)/.exec(text.slice(position))?.[0].length ?? 0;
    position += blanks;
    // The scanner wants one character more before it complains, so a stray one at the very end passes.
    if (position >= text.length || (position === text.length - 1 && text.charAt(position) === '=')) break;
    const { piece, end } = scanPiece(text, position, target);
    pieces.push(piece);
    if (piece.kind === 'bad' || piece.kind === 'unknown-prefix') break;
    position = end;
  }
  return pieces;
}

interface Scanned {
  readonly piece: DiskPiece;
  readonly end: number;
}

function scanPiece(text: string, start: number, target: Target): Scanned {
  const rest = text.slice(start);
  return (
    scanPrefix(text, start, rest) ??
    scanParameter(text, start, rest, target) ??
    scanPositional(text, start, rest) ?? { piece: { kind: 'bad', rest: sliceOf(text, start, text.length) }, end: text.length }
  );
}

function scanPrefix(text: string, start: number, rest: string): Scanned | undefined {
  const old = OLD_PREFIXES.exec(rest);
  if (old !== null) {
    const end = start + old[0].length;
    return { piece: { kind: 'prefix', word: sliceOf(text, start, end - 1) }, end };
  }
  const any = ANY_PREFIX.exec(rest);
  if (any === null) return undefined;
  return { piece: { kind: 'unknown-prefix', word: sliceOf(text, start, start + any[0].length) }, end: text.length };
}

function scanParameter(text: string, start: number, rest: string, target: Target): Scanned | undefined {
  const field = upTo(rest, ',');
  const name = upTo(field, '=');
  const declared = KEYS.get(name);
  const isAssigned = field.length > name.length;
  if (declared === undefined || !isSince(target.xen, declared.since)) return scanUnknown(text, start, rest);
  if (declared.type.isFlag === true) return scanFlag(text, start, field, name) ?? scanUnknown(text, start, rest);
  if (!isAssigned) return undefined;
  if (name === 'target') return scanTarget(text, start, name.length);
  const fieldEnd = start + field.length;
  const value = sliceOf(text, start + name.length + 1, fieldEnd);
  return { piece: { kind: 'parameter', key: sliceOf(text, start, start + name.length), value }, end: endOfField(text, fieldEnd) };
}

/** The part of a text before a mark, or all of it. */
function upTo(text: string, mark: string): string {
  const end = text.indexOf(mark);
  return end < 0 ? text : text.slice(0, end);
}

/** A flag stands alone; an `=` right after it is left for the scanner to stumble over. */
function scanFlag(text: string, start: number, field: string, name: string): Scanned | undefined {
  const key = sliceOf(text, start, start + name.length);
  if (field === name) return { piece: { kind: 'flag', key }, end: endOfField(text, key.end) };
  return field === `${name}=` ? { piece: { kind: 'flag', key }, end: key.end } : undefined;
}

/** A comma belongs to the field before it. */
function endOfField(text: string, end: number): number {
  return text.charAt(end) === ',' ? end + 1 : end;
}

/** Everything up to the end of the string, of which one comma at the very end is dropped; a line end ends it too. */
function scanTarget(text: string, start: number, nameLength: number): Scanned {
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const valueEnd = text.charAt(end - 1) === ',' ? end - 1 : end;
  const key = sliceOf(text, start, start + nameLength);
  return { piece: { kind: 'parameter', key, value: sliceOf(text, start + nameLength + 1, valueEnd) }, end };
}

/** xl takes the rest of such a field for more values, but says no more about them; so it is passed over. */
function scanUnknown(text: string, start: number, rest: string): Scanned | undefined {
  const match = UNKNOWN_PARAMETER.exec(rest);
  if (match?.[1] === undefined) return undefined;
  const key = sliceOf(text, start, start + match[1].length);
  const fieldEnd = start + upTo(rest, ',').length;
  return { piece: { kind: 'unknown-parameter', key, value: sliceOf(text, key.end + 1, fieldEnd) }, end: endOfField(text, fieldEnd) };
}

function scanPositional(text: string, start: number, rest: string): Scanned | undefined {
  const match = POSITIONAL.exec(rest);
  if (match === null) return undefined;
  const end = start + match[0].length;
  const valueEnd = match[0].endsWith(',') ? end - 1 : end;
  return { piece: { kind: 'positional', value: sliceOf(text, start, valueEnd) }, end };
}
