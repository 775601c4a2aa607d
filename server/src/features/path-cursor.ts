/** Finds the path that is being written at the cursor, and the folder that its next part lies in. */
import type { ListedPlace } from '../facts/folders';
import type { DomainModel } from '../model/domain-model';
import { findOption } from '../options/index';
import type { Slice } from '../schema/spec-text';
import type { FileUse, NamedFile } from '../schema/value-types/named-file';
import { isRemotePath } from '../text/remote-path';
import { type TextRange, textRange } from '../text/text-range';
import { findCursorContext } from './cursor-context';
import { defineFeature } from './feature';
import { rankNameFor } from './file-fit';
import { findPosition, findSpecCursor, type SpecCursor, touchesSlice } from './spec-cursor';

/** Where the next part of a path is being written. */
export interface PathPlace extends ListedPlace {
  readonly use: FileUse;
  /** The part that is replaced. */
  readonly range: TextRange;
  /** Stands before the new part, where nothing is written yet. */
  readonly lead: string;
  readonly isInString: boolean;
  /** Another part follows, behind its slash. */
  readonly isFollowed: boolean;
  /** A slash is there, so that nothing else can be meant. */
  readonly isBegun: boolean;
  /** What a name may not have in it here. */
  readonly refused: RegExp;
}

/** A text of which a part is a path, up to the cursor and behind it. */
interface WrittenPath {
  readonly file: NamedFile;
  readonly before: string;
  readonly after: string;
  readonly isInString: boolean;
  readonly refused: RegExp;
}

/** The path at an offset, for whoever can say what lies in its folder; undefined where none of this machine can be written. */
export const pathAt = defineFeature(({ model }, offset: number): PathPlace | undefined => {
  if (model.fileKind === 'too-large') return undefined;
  const written = findInSpec(model, offset) ?? findInValue(model, offset);
  return written === undefined || written.file.domainTypes?.includes(model.domainType) === false ? undefined : toPlace(written, offset);
});

/** What would end a string, mean something else in it, or go past the eye. */
const UNSAFE = /["'\\\p{Cc}\u2028\u2029]|^\s|\s$/u;
/** In a device string, commas part the fields. */
const UNSAFE_IN_FIELD = new RegExp(`${UNSAFE.source}|[,=]`, 'u');

function findInValue(model: DomainModel, offset: number): WrittenPath | undefined {
  const cursor = findCursorContext(model.tree, offset);
  if (cursor.place !== 'value') return undefined;
  const { range, isInString } = cursor;
  const type = findOption(cursor.name, model.kind)?.type;
  const file = type?.shape === 'atom' ? type.file : undefined;
  // Outside of a string only where nothing is written yet: a path needs quotes.
  if (file === undefined || (!isInString && range.end > range.start)) return undefined;
  const { text } = model.tree;
  return { file, before: text.slice(range.start, offset), after: text.slice(offset, range.end), isInString, refused: UNSAFE };
}

function findInSpec(model: DomainModel, offset: number): WrittenPath | undefined {
  const cursor = findSpecCursor(model, offset);
  const part = cursor === undefined ? undefined : findPart(cursor);
  if (cursor === undefined || part === undefined || isSplit(cursor)) return undefined;
  const { item, literal } = cursor;
  const before = item.text.slice(part.slice.start, cursor.offset);
  // Without its key a part is a path only once it looks like one.
  if (!part.isKeyed && !before.startsWith('/')) return undefined;
  const rest = item.text.slice(cursor.offset, part.slice.end);
  const after = literal.isUnterminated === true ? (/^[\w.-]*/.exec(rest)?.[0] ?? '') : rest;
  return { file: part.file, before, after, isInString: true, refused: part.takesRest ? UNSAFE : UNSAFE_IN_FIELD };
}

/** A part of a device string that names a file. */
interface FilePart {
  readonly file: NamedFile;
  readonly slice: Slice;
  readonly isKeyed: boolean;
  readonly takesRest: boolean;
}

function findPart(cursor: SpecCursor): FilePart | undefined {
  const { spec, item, field } = cursor;
  const isKeyed = field?.key !== undefined && touchesSlice(field.value, cursor.offset);
  const slice = isKeyed ? field.value : field?.whole;
  const name = isKeyed ? field.key.text.trim() : findPosition(cursor);
  const key = spec.keys.find((each) => each.name === name);
  if (key === undefined || slice === undefined) return undefined;
  const file = spec.fileOf === undefined ? key.type.file : spec.fileOf(key.name, item.text);
  return file === undefined ? undefined : { file, slice, isKeyed, takesRest: isKeyed && key.takesRest === true };
}

/** Whether the text does not stand in the document as it is, because of escapes or because `+=` joins it. */
function isSplit({ item }: SpecCursor): boolean {
  const { start, end } = item.wholeRange;
  return end - start !== item.text.length;
}

function toPlace({ file, before, after, isInString, refused }: WrittenPath, offset: number): PathPlace | undefined {
  const slash = before.lastIndexOf('/');
  const folder = folderOf(before.slice(0, slash + 1), before, file);
  if (folder === undefined || before.includes('\\') || isRemotePath(folder)) return undefined;
  const start = before.slice(slash + 1);
  const end = after.indexOf('/');
  return {
    use: file.use,
    folder,
    start,
    rankName: rankNameFor(file.use),
    range: textRange(offset - start.length, offset + (end < 0 ? after.length : end)),
    lead: before === '' && file.base === undefined ? '/' : '',
    isInString,
    isFollowed: end >= 0,
    isBegun: slash >= 0,
    refused,
  };
}

/** @param written the path up to its last slash, that included */
function folderOf(written: string, before: string, { base, isNameToo }: NamedFile): string | undefined {
  if (written.startsWith('/')) return written;
  if (base !== undefined) return `${base}/${written}`;
  return before === '' && isNameToo !== true ? '/' : undefined;
}
