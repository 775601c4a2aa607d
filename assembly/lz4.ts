/** Blocks of LZ4: sequences of literals and then a match, which the last one lacks. */
import { copyMatch, copyLiterals } from './copy';

const MIN_MATCH: i32 = 4;
/** Farther than any end, and far from where numbers wrap. */
const FAR: i32 = 1 << 29;

/** What is wrong with the data; everything else is an address. */
const LITERALS_BEYOND_END: i32 = -1;
const MATCH_OUTSIDE: i32 = -2;
const ENDS_INSIDE: i32 = -3;

/** Up to where the last block went on: the next sequence, and where it goes. */
export let lz4From: i32 = 0;
export let lz4To: i32 = 0;
/** Whether a block that was measured copies from before itself. */
export let lz4ReachesBack: bool = false;

/**
 * Holds all sequences of a block against its bounds.
 * @param begin where the output of all blocks begins
 * @param out where that of this one does
 * @param outEnd up to where there is room
 * @returns up to where it makes output, or what is wrong
 */
export function lz4Measure(start: i32, end: i32, begin: i32, out: i32, outEnd: i32): i32 {
  let from = start;
  let to = out;
  let reachesBack = false;
  while (from < end) {
    const token: i32 = load<u8>(from++);
    let literals = token >> 4;
    if (literals == 15) {
      let more = 255;
      while (more == 255 && from < end && literals < FAR) literals += more = load<u8>(from++);
    }
    from += literals;
    to += literals;
    if (<u32>from > <u32>end || <u32>to > <u32>outEnd) return LITERALS_BEYOND_END;
    if (from == end) {
      lz4ReachesBack = reachesBack;
      return to;
    }
    const offset: i32 = load<u16>(from);
    from += 2;
    let length = token & 15;
    if (length == 15) {
      let more = 255;
      while (more == 255 && from < end && length < FAR) length += more = load<u8>(from++);
    }
    length += MIN_MATCH;
    if (offset == 0 || offset > to - begin || <u32>(to + length) > <u32>outEnd) return MATCH_OUTSIDE;
    if (offset > to - out) reachesBack = true;
    to += length;
  }
  return ENDS_INSIDE;
}

/** Writes what the sequences of a measured block make, up to an offset at least, and says where it stopped. */
export function lz4Write(start: i32, end: i32, out: i32, outEnd: i32, wanted: i32): void {
  let from = start;
  let to = out;
  while (from < end && to < wanted) {
    const token: i32 = load<u8>(from++);
    let literals = token >> 4;
    if (literals == 15) {
      let more = 255;
      while (more == 255) literals += more = load<u8>(from++);
    }
    copyLiterals(to, from, literals, outEnd);
    from += literals;
    to += literals;
    if (from == end) break;
    const offset: i32 = load<u16>(from);
    from += 2;
    let length = token & 15;
    if (length == 15) {
      let more = 255;
      while (more == 255) length += more = load<u8>(from++);
    }
    length += MIN_MATCH;
    copyMatch(to, offset, length, outEnd);
    to += length;
  }
  lz4From = from;
  lz4To = to;
}
