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

/**
 * Holds the frames against the rule of Xen's tools that they fill the input, and makes windows that are larger than what is in them
 * smaller. Throws a `Damage`.
 * @param size of what the stream holds, in bytes
 * @returns the input itself where nothing is to be changed
 */
export function checkFrames(input: Uint8Array, size: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  let shown = input;
  let position = 0;
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
    position = skipBlocks(view, position + 5 + headerSize(descriptor)) + ((descriptor & 4) === 0 ? 0 : CHECKSUM_SIZE);
  }
  if (position > input.length) throw new Damage(message('the last frame ends early'));
  return shown;
}

/** Of the fields after the descriptor, in bytes. */
function headerSize(descriptor: number): number {
  const isSingle = (descriptor & 0x20) !== 0;
  const sizeFlag = descriptor >> 6;
  const contentSize = sizeFlag === 0 ? (isSingle ? 1 : 0) : 2 ** sizeFlag;
  return (isSingle ? 0 : 1) + (DICTIONARY_ID_SIZES[descriptor & 3] ?? 0) + contentSize;
}

function skipBlocks(view: DataView, start: number): number {
  for (let position = start; ;) {
    if (position + 3 > view.byteLength) throw new Damage(message('the last frame ends early'));
    const header = view.getUint16(position, true) + view.getUint8(position + 2) * 65536;
    const kind = (header >> 1) & 3;
    if (kind === RESERVED_BLOCK) throw new Damage(message('a block is of no known kind'));
    position += 3 + (kind === RLE_BLOCK ? 1 : header >> 3);
    if ((header & 1) !== 0) return position;
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
