/** The frames of a zstd stream, as far as they can be told without unpacking them (RFC 8878, section 3.1). */
import { Damage } from '../kernel/unpack/unpacker';
import { message } from '../text/message';

const FRAME_MAGIC = 0xfd2fb528;
/** All but the last four bits. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const RLE_BLOCK = 1;
const RESERVED_BLOCK = 3;
const CHECKSUM_SIZE = 4;
const DICTIONARY_ID_SIZES = [0, 1, 2, 4];
const MIN_WINDOW_LOG = 10;
/** The decoder gives frames with a larger window up, because it keeps so much memory. */
const MAX_WINDOW_LOG = 27;

export interface Frames {
  /** What the library is shown: the input itself where nothing is to be changed. */
  readonly input: Uint8Array;
  /** Of the frame with which the input begins: where its blocks are, and how many; none where there is no such frame. */
  readonly firstStart: number;
  readonly firstCount: number;
}

/**
 * Holds the frames against the rule of Xen's tools that they fill the input, and makes windows that are larger than what is in them
 * smaller. Throws a `Damage`.
 * @param size of what the stream holds, in bytes
 */
export function checkFrames(input: Uint8Array, size: number): Frames {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  let shown = input;
  let position = 0;
  let [firstStart, firstCount] = [0, 0];
  while (position < input.length) {
    if (position + 8 > input.length) throw new Damage(message('there is something after the last frame'));
    const magic = view.getUint32(position, true);
    if ((magic & ~15) >>> 0 === SKIPPABLE_MAGIC) {
      position += 8 + view.getUint32(position + 4, true);
      continue;
    }
    if (magic !== FRAME_MAGIC) throw new Damage(message('there is something after the last frame'));
    const descriptor = view.getUint8(position + 4);
    if ((descriptor & 0x20) === 0) shown = shrinkWindow(shown, input, position + 5, size);
    const start = position + 5 + headerSize(descriptor);
    const { end, count } = skipBlocks(view, start, Infinity);
    if (position === 0 && (descriptor & 3) === 0) [firstStart, firstCount] = [start, count];
    position = end + ((descriptor & 4) === 0 ? 0 : CHECKSUM_SIZE);
  }
  if (position > input.length) throw new Damage(message('the last frame ends early'));
  return { input: shown, firstStart, firstCount };
}

/** The smallest header: a magic, a descriptor that announces nothing, and a window of any size. */
const PLAIN_HEADER = [0x28, 0xb5, 0x2f, 0xfd, 0, (MAX_WINDOW_LOG - MIN_WINDOW_LOG) << 3];

/**
 * Makes a frame of its own of the first blocks of a frame, in place.
 * @param restore makes the input again what it was
 */
export function cutFrame(input: Uint8Array, start: number, count: number): { readonly part: Uint8Array; readonly restore: () => void } {
  const { end, last } = skipBlocks(new DataView(input.buffer, input.byteOffset, input.byteLength), start, count);
  const headerAt = start - PLAIN_HEADER.length;
  const [header, flags] = [input.slice(headerAt, start), input[last] ?? 0];
  input.set(PLAIN_HEADER, headerAt);
  input[last] = flags | 1;
  const restore = (): void => {
    input.set(header, headerAt);
    input[last] = flags;
  };
  return { part: input.subarray(headerAt, end), restore };
}

/** Of the fields after the descriptor, in bytes. */
function headerSize(descriptor: number): number {
  const isSingle = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >> 6;
  const contentSize = sizeFlag === 0 ? (isSingle ? 1 : 0) : 2 ** sizeFlag;
  return (isSingle ? 0 : 1) + (DICTIONARY_ID_SIZES[descriptor & 3] ?? 0) + contentSize;
}

/** Goes over some blocks, or all of a frame. */
function skipBlocks(view: DataView, start: number, most: number): { readonly end: number; readonly last: number; readonly count: number } {
  let position = start;
  for (let count = 1; ; count++) {
    if (position + 3 > view.byteLength) throw new Damage(message('the last frame ends early'));
    const last = position;
    const header = view.getUint16(position, true) + view.getUint8(position + 2) * 65536;
    const kind = (header >> 1) & 3;
    if (kind === RESERVED_BLOCK) throw new Damage(message('a block is of no known kind'));
    position += 3 + (kind === RLE_BLOCK ? 1 : header >> 3);
    if ((header & 1) !== 0 || count >= most) return { end: position, last, count };
  }
}

/** No match reaches further back than what is there, so a window of its size says the same. */
function shrinkWindow(shown: Uint8Array, input: Uint8Array, at: number, size: number): Uint8Array {
  const isTooLarge = (input[at] ?? 0) >> 3 > MAX_WINDOW_LOG - MIN_WINDOW_LOG;
  if (!isTooLarge || size > 2 ** MAX_WINDOW_LOG) return shown;
  const copy = shown === input ? Uint8Array.from(input) : shown;
  copy[at] = (MAX_WINDOW_LOG - MIN_WINDOW_LOG) << 3;
  return copy;
}
