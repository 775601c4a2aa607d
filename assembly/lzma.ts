/**
 * The decoder behind xz and lzma. Nearly all time goes into `lzmaDecode`, where each bit is decoded in place with all state in local
 * variables. Bits of trees are decoded without branches, because no processor can guess them.
 */
import { copyMatch } from './copy';

const STATES: i32 = 12;
const POS_STATES: i32 = 16;
const MATCH: i32 = 0;
const REP: i32 = MATCH + STATES * POS_STATES;
const REP_G0: i32 = REP + STATES;
const REP_G1: i32 = REP_G0 + STATES;
const REP_G2: i32 = REP_G1 + STATES;
const REP0_LONG: i32 = REP_G2 + STATES;
const SLOT: i32 = REP0_LONG + STATES * POS_STATES;
const SPECIAL: i32 = SLOT + 4 * 64;
const ALIGN: i32 = SPECIAL + 128;
const LENGTH: i32 = ALIGN + 16;
/** Offsets inside a length coder: two choices, then the three ranges. */
const LENGTH_LOW: i32 = 2;
const LENGTH_MIDDLE: i32 = LENGTH_LOW + POS_STATES * 8;
const LENGTH_HIGH: i32 = LENGTH_MIDDLE + POS_STATES * 8;
const LENGTH_SIZE: i32 = LENGTH_HIGH + 256;
const REP_LENGTH: i32 = LENGTH + LENGTH_SIZE;
const LITERAL: i32 = REP_LENGTH + LENGTH_SIZE;
const LITERAL_SIZE: i32 = 0x300;

/** The largest literal contexts, of two bytes a probability, end before the first page of data. */
const PROBS: i32 = 1024;
const HALF: u16 = 1024;
const FULL: i32 = 2048;
const SHIFT: i32 = 5;
const MIN_LENGTH: i32 = 2;
const FIRST_NORMAL: u32 = 0x1000000;
const END_MARKER: i32 = -1;

/** What is wrong with the data; 0 stands for nothing. */
const ENDS_EARLY: i32 = 1;
const BEFORE_BEGINNING: i32 = 2;
const BEYOND_END: i32 = 3;

/** The next byte of the input. */
export let position: i32 = 0;
/** The next byte of the output. */
export let outPosition: i32 = 0;
/** Where the dictionary begins: matches do not reach further back. */
export let dictionaryStart: i32 = 0;
/** Set by the end marker of a stream that has one. */
export let isAtEnd: i32 = 0;

let savedRange: i32 = 0;
let savedCode: i32 = 0;
let savedState: i32 = 0;
let savedRep0: i32 = 0;
let savedRep1: i32 = 0;
let savedRep2: i32 = 0;
let savedRep3: i32 = 0;
let contextBits: i32 = 0;
let literalMask: i32 = 0;
let positionMask: i32 = 0;

export function lzmaSetProperties(lc: i32, lp: i32, pb: i32): void {
  contextBits = lc;
  literalMask = (1 << lp) - 1;
  positionMask = (1 << pb) - 1;
}

/** The properties have to be set. */
export function lzmaResetState(): void {
  const count = LITERAL + LITERAL_SIZE * ((literalMask + 1) << contextBits);
  for (let index = 0; index < count; index++) store<u16>(PROBS + (index << 1), HALF);
  savedState = savedRep0 = savedRep1 = savedRep2 = savedRep3 = 0;
}

/** Takes the first four bytes of the code. */
export function lzmaStartRange(): void {
  savedRange = -1;
  savedCode = bswap<i32>(load<i32>(position));
  position += 4;
}

/**
 * Decodes up to an offset of the output, or the end marker.
 * @param limit up to where a match may go on
 * @param cutsMatches a match that goes on further is cut there, and no damage
 * @param inputEnd behind it, at least 64 bytes are 0
 */
export function lzmaDecode(end: i32, limit: i32, cutsMatches: bool, inputEnd: i32): i32 {
  const lastPosition = inputEnd + 4;
  let range = savedRange;
  let code = savedCode;
  let state = savedState;
  let rep0 = savedRep0;
  let rep1 = savedRep1;
  let rep2 = savedRep2;
  let rep3 = savedRep3;
  let from = position;
  let at = outPosition;
  let index: i32 = 0;
  let probability: i32 = 0;
  let bound: i32 = 0;
  let node: i32 = 0;
  let isOne: i32 = 0;
  const begin = dictionaryStart;
  const lc = contextBits;
  const lpMask = literalMask;
  const pbMask = positionMask;
  while (at < end) {
    if (from > lastPosition) return ENDS_EARLY;
    const posState = (at - begin) & pbMask;
    index = MATCH + state * POS_STATES + posState;
    probability = <i32>load<u16>(PROBS + (index << 1));
    bound = <i32>((<u32>range) >>> 11) * probability;
    if (<u32>code < <u32>bound) {
      range = bound;
      store<u16>(PROBS + (index << 1), probability + ((FULL - probability) >> SHIFT));
      isOne = 0;
    } else {
      range = range - bound;
      code = code - bound;
      store<u16>(PROBS + (index << 1), probability - (probability >> SHIFT));
      isOne = 1;
    }
    if (<u32>range < FIRST_NORMAL) {
      range <<= 8;
      code = (code << 8) | (<i32>load<u8>(from++));
    }
    if (isOne == 0) {
      const previous = at > begin ? <i32>load<u8>(at - 1) : 0;
      const context = (((at - begin) & lpMask) << lc) + (previous >> (8 - lc));
      const base = LITERAL + LITERAL_SIZE * context;
      node = 1;
      if (state >= 7) {
        // Behind a match, the byte that it would have gone on with helps to guess, up to the first bit that differs.
        let guess: i32 = <i32>load<u8>(at - rep0 - 1);
        let guessed: i32 = 0;
        do {
          guessed = (guess >> 7) & 1;
          guess <<= 1;
          index = base + ((1 + guessed) << 8) + node;
          probability = <i32>load<u16>(PROBS + (index << 1));
          bound = <i32>((<u32>range) >>> 11) * probability;
          isOne = <i32>(<u32>code >= <u32>bound);
          range = select<i32>(range - bound, bound, isOne);
          code -= bound & -isOne;
          store<u16>(PROBS + (index << 1), probability - ((probability + select<i32>(0, 31 - FULL, isOne)) >> SHIFT));

          if (<u32>range < FIRST_NORMAL) {
            range <<= 8;
            code = (code << 8) | (<i32>load<u8>(from++));
          }
          node = (node << 1) | isOne;
        } while (isOne == guessed && node < 0x100);
      }
      while (node < 0x100) {
        index = base + node;
        probability = <i32>load<u16>(PROBS + (index << 1));
        bound = <i32>((<u32>range) >>> 11) * probability;
        isOne = <i32>(<u32>code >= <u32>bound);
        range = select<i32>(range - bound, bound, isOne);
        code -= bound & -isOne;
        store<u16>(PROBS + (index << 1), probability - ((probability + select<i32>(0, 31 - FULL, isOne)) >> SHIFT));
        node = (node << 1) | isOne;
        if (<u32>range < FIRST_NORMAL) {
          range <<= 8;
          code = (code << 8) | (<i32>load<u8>(from++));
        }
      }
      store<u8>(at++, node & 0xff);
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let lengthBase: i32 = LENGTH;
    index = REP + state;
    probability = <i32>load<u16>(PROBS + (index << 1));
    bound = <i32>((<u32>range) >>> 11) * probability;
    if (<u32>code < <u32>bound) {
      range = bound;
      store<u16>(PROBS + (index << 1), probability + ((FULL - probability) >> SHIFT));
      isOne = 0;
    } else {
      range = range - bound;
      code = code - bound;
      store<u16>(PROBS + (index << 1), probability - (probability >> SHIFT));
      isOne = 1;
    }
    if (<u32>range < FIRST_NORMAL) {
      range <<= 8;
      code = (code << 8) | (<i32>load<u8>(from++));
    }
    if (isOne == 0) {
      rep3 = rep2;
      rep2 = rep1;
      rep1 = rep0;
    } else {
      lengthBase = REP_LENGTH;
      index = REP_G0 + state;
      probability = <i32>load<u16>(PROBS + (index << 1));
      bound = <i32>((<u32>range) >>> 11) * probability;
      if (<u32>code < <u32>bound) {
        range = bound;
        store<u16>(PROBS + (index << 1), probability + ((FULL - probability) >> SHIFT));
        isOne = 0;
      } else {
        range = range - bound;
        code = code - bound;
        store<u16>(PROBS + (index << 1), probability - (probability >> SHIFT));
        isOne = 1;
      }
      if (<u32>range < FIRST_NORMAL) {
        range <<= 8;
        code = (code << 8) | (<i32>load<u8>(from++));
      }
      if (isOne == 0) {
        index = REP0_LONG + state * POS_STATES + posState;
        probability = <i32>load<u16>(PROBS + (index << 1));
        bound = <i32>((<u32>range) >>> 11) * probability;
        if (<u32>code < <u32>bound) {
          range = bound;
          store<u16>(PROBS + (index << 1), probability + ((FULL - probability) >> SHIFT));
          isOne = 0;
        } else {
          range = range - bound;
          code = code - bound;
          store<u16>(PROBS + (index << 1), probability - (probability >> SHIFT));
          isOne = 1;
        }
        if (<u32>range < FIRST_NORMAL) {
          range <<= 8;
          code = (code << 8) | (<i32>load<u8>(from++));
        }
        if (isOne == 0) {
          if (<u32>rep0 >= <u32>(at - begin)) return BEFORE_BEGINNING;
          store<u8>(at, <i32>load<u8>(at - rep0 - 1));
          at++;
          state = state < 7 ? 9 : 11;
          continue;
        }
      } else {
        let distance: i32 = rep1;
        index = REP_G1 + state;
        probability = <i32>load<u16>(PROBS + (index << 1));
        bound = <i32>((<u32>range) >>> 11) * probability;
        if (<u32>code < <u32>bound) {
          range = bound;
          store<u16>(PROBS + (index << 1), probability + ((FULL - probability) >> SHIFT));
          isOne = 0;
        } else {
          range = range - bound;
          code = code - bound;
          store<u16>(PROBS + (index << 1), probability - (probability >> SHIFT));
          isOne = 1;
        }
        if (<u32>range < FIRST_NORMAL) {
          range <<= 8;
          code = (code << 8) | (<i32>load<u8>(from++));
        }
        if (isOne == 1) {
          distance = rep2;
          index = REP_G2 + state;
          probability = <i32>load<u16>(PROBS + (index << 1));
          bound = <i32>((<u32>range) >>> 11) * probability;
          if (<u32>code < <u32>bound) {
            range = bound;
            store<u16>(PROBS + (index << 1), probability + ((FULL - probability) >> SHIFT));
            isOne = 0;
          } else {
            range = range - bound;
            code = code - bound;
            store<u16>(PROBS + (index << 1), probability - (probability >> SHIFT));
            isOne = 1;
          }
          if (<u32>range < FIRST_NORMAL) {
            range <<= 8;
            code = (code << 8) | (<i32>load<u8>(from++));
          }
          if (isOne == 1) {
            distance = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = distance;
      }
    }
    // The length: one of three ranges, each a tree of its own.
    let tree: i32 = lengthBase + LENGTH_LOW + posState * 8,
      bits: i32 = 3,
      length: i32 = MIN_LENGTH;
    index = lengthBase;
    probability = <i32>load<u16>(PROBS + (index << 1));
    bound = <i32>((<u32>range) >>> 11) * probability;
    if (<u32>code < <u32>bound) {
      range = bound;
      store<u16>(PROBS + (index << 1), probability + ((FULL - probability) >> SHIFT));
      isOne = 0;
    } else {
      range = range - bound;
      code = code - bound;
      store<u16>(PROBS + (index << 1), probability - (probability >> SHIFT));
      isOne = 1;
    }
    if (<u32>range < FIRST_NORMAL) {
      range <<= 8;
      code = (code << 8) | (<i32>load<u8>(from++));
    }
    if (isOne == 1) {
      tree = lengthBase + LENGTH_MIDDLE + posState * 8;
      length = MIN_LENGTH + 8;
      index = lengthBase + 1;
      probability = <i32>load<u16>(PROBS + (index << 1));
      bound = <i32>((<u32>range) >>> 11) * probability;
      if (<u32>code < <u32>bound) {
        range = bound;
        store<u16>(PROBS + (index << 1), probability + ((FULL - probability) >> SHIFT));
        isOne = 0;
      } else {
        range = range - bound;
        code = code - bound;
        store<u16>(PROBS + (index << 1), probability - (probability >> SHIFT));
        isOne = 1;
      }
      if (<u32>range < FIRST_NORMAL) {
        range <<= 8;
        code = (code << 8) | (<i32>load<u8>(from++));
      }
      if (isOne == 1) {
        tree = lengthBase + LENGTH_HIGH;
        bits = 8;
        length = MIN_LENGTH + 16;
      }
    }
    node = 1;
    for (let count: i32 = 0; count < bits; count++) {
      index = tree + node;
      probability = <i32>load<u16>(PROBS + (index << 1));
      bound = <i32>((<u32>range) >>> 11) * probability;
      isOne = <i32>(<u32>code >= <u32>bound);
      range = select<i32>(range - bound, bound, isOne);
      code -= bound & -isOne;
      store<u16>(PROBS + (index << 1), probability - ((probability + select<i32>(0, 31 - FULL, isOne)) >> SHIFT));
      node = (node << 1) | isOne;
      if (<u32>range < FIRST_NORMAL) {
        range <<= 8;
        code = (code << 8) | (<i32>load<u8>(from++));
      }
    }
    length += node - (1 << bits);
    if (lengthBase == REP_LENGTH) state = state < 7 ? 8 : 11;
    else {
      state = state < 7 ? 7 : 10;
      tree = SLOT + min(length - MIN_LENGTH, 3) * 64;
      node = 1;
      for (let count: i32 = 0; count < 6; count++) {
        index = tree + node;
        probability = <i32>load<u16>(PROBS + (index << 1));
        bound = <i32>((<u32>range) >>> 11) * probability;
        isOne = <i32>(<u32>code >= <u32>bound);
        range = select<i32>(range - bound, bound, isOne);
        code -= bound & -isOne;
        store<u16>(PROBS + (index << 1), probability - ((probability + select<i32>(0, 31 - FULL, isOne)) >> SHIFT));
        node = (node << 1) | isOne;
        if (<u32>range < FIRST_NORMAL) {
          range <<= 8;
          code = (code << 8) | (<i32>load<u8>(from++));
        }
      }
      const slot = node - 64;
      rep0 = slot;
      if (slot >= 4) {
        let distanceBits: i32 = (slot >> 1) - 1;
        rep0 = (2 | (slot & 1)) << distanceBits;
        tree = SPECIAL + rep0 - slot;
        if (slot >= 14) {
          // Bits in the middle are as likely 0 as 1.
          let direct: i32 = 0;
          for (let count: i32 = distanceBits - 4; count > 0; count--) {
            range = <i32>((<u32>range) >>> 1);
            code = code - range;
            const sign = code >> 31;
            code = code + (range & sign);
            direct = (direct << 1) + sign + 1;
            if (<u32>range < FIRST_NORMAL) {
              range <<= 8;
              code = (code << 8) | (<i32>load<u8>(from++));
            }
          }
          rep0 = rep0 + (direct << 4);
          distanceBits = 4;
          tree = ALIGN;
        }
        node = 1;
        for (let count: i32 = 0; count < distanceBits; count++) {
          index = tree + node;
          probability = <i32>load<u16>(PROBS + (index << 1));
          bound = <i32>((<u32>range) >>> 11) * probability;
          isOne = <i32>(<u32>code >= <u32>bound);
          range = select<i32>(range - bound, bound, isOne);
          code -= bound & -isOne;
          store<u16>(PROBS + (index << 1), probability - ((probability + select<i32>(0, 31 - FULL, isOne)) >> SHIFT));
          node = (node << 1) | isOne;
          rep0 += isOne << count;
          if (<u32>range < FIRST_NORMAL) {
            range <<= 8;
            code = (code << 8) | (<i32>load<u8>(from++));
          }
        }
        if (rep0 == END_MARKER) {
          isAtEnd = 1;
          break;
        }
      }
    }
    if (<u32>rep0 >= <u32>(at - begin)) return BEFORE_BEGINNING;
    if (at + length > limit) {
      if (!cutsMatches) return BEYOND_END;
      length = limit - at;
    }
    copyMatch(at, rep0 + 1, length, limit);
    at += length;
  }

  savedRange = range;
  savedCode = code;
  savedState = state;
  savedRep0 = rep0;
  savedRep1 = rep1;
  savedRep2 = rep2;
  savedRep3 = rep3;
  position = from;
  outPosition = at;
  return 0;
}
