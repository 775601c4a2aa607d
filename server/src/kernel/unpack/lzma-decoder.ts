/**
 * The decoder behind xz and lzma. The output buffer is the dictionary, so nothing is
 * copied twice. Nearly all time goes into `decode`, where each bit is decoded in place with
 * all state in local variables: as methods the same steps take half as long again.
 */
import { copyMatch } from './lz4';
import { Damage, type OutputBuffer } from './unpacker';
import { message } from '../../text/message';

const STATES = 12;
const POS_STATES = 16;
const MATCH = 0;
const REP = MATCH + STATES * POS_STATES;
const REP_G0 = REP + STATES;
const REP_G1 = REP_G0 + STATES;
const REP_G2 = REP_G1 + STATES;
const REP0_LONG = REP_G2 + STATES;
const SLOT = REP0_LONG + STATES * POS_STATES;
const SPECIAL = SLOT + 4 * 64;
const ALIGN = SPECIAL + 128;
const LENGTH = ALIGN + 16;
/** Offsets inside a length coder: two choices, then the three ranges. */
const LENGTH_LOW = 2;
const LENGTH_MIDDLE = LENGTH_LOW + POS_STATES * 8;
const LENGTH_HIGH = LENGTH_MIDDLE + POS_STATES * 8;
const LENGTH_SIZE = LENGTH_HIGH + 256;
const REP_LENGTH = LENGTH + LENGTH_SIZE;
const LITERAL = REP_LENGTH + LENGTH_SIZE;
const LITERAL_SIZE = 0x300;
/** The most that lc and lp may be together (LZMA_LCLP_MAX of liblzma, which Xen's tools use). */
const MAX_LITERAL_BITS = 4;
const HALF = 1024;
const FULL = 2048;
const SHIFT = 5;
const MIN_LENGTH = 2;
const END_MARKER = 0xffff_ffff;

export class LzmaDecoder {
  /** Set by the end marker of a stream that has one. */
  isAtEnd = false;
  /** The next byte of the input. */
  position = 0;
  private readonly input: Uint8Array;
  private readonly buffer: OutputBuffer;
  private range = 0;
  private code = 0;
  private probs = new Uint16Array(0);
  private literalContextBits = 0;
  private literalPositionMask = 0;
  private positionMask = 0;
  private state = 0;
  private readonly reps = new Uint32Array(4);
  /** Where the dictionary begins: matches do not reach further back. */
  private dictionaryStart = 0;

  constructor(input: Uint8Array, buffer: OutputBuffer) {
    this.input = input;
    this.buffer = buffer;
  }

  /** Takes the byte with lc, lp and pb; false for one that is none, or that liblzma does not take. */
  setProperties(byte: number): boolean {
    if (byte >= 9 * 5 * 5) return false;
    const lc = byte % 9;
    const rest = (byte - lc) / 9;
    const lp = rest % 5;
    if (lc + lp > MAX_LITERAL_BITS) return false;
    this.literalContextBits = lc;
    this.literalPositionMask = (1 << lp) - 1;
    this.positionMask = (1 << Math.floor(rest / 5)) - 1;
    const size = LITERAL + LITERAL_SIZE * (1 << (lc + lp));
    // A stream can set its properties at every other byte.
    if (this.probs.length !== size) this.probs = new Uint16Array(size);
    return true;
  }

  resetDictionary(): void {
    this.dictionaryStart = this.buffer.length;
  }

  resetState(): void {
    this.probs.fill(HALF);
    this.state = 0;
    this.reps.fill(0);
  }

  /** Starts the range coder at the position: a zero byte and four of the code. */
  startRange(): void {
    if (this.input[this.position] !== 0 || this.position + 5 > this.input.length)
      throw new Damage(message('the range coder does not start with 0'));
    const view = new DataView(this.input.buffer, this.input.byteOffset + this.position + 1, 4);
    this.range = -1;
    this.code = view.getInt32(0, false);
    this.position += 5;
  }

  /**
   * Decodes until the output has so many bytes, or the end marker comes.
   * @param limit up to where a match may go on; there has to be room for that
   * @param cutsMatches the limit is where the room ends, which cuts a match and is no damage
   */
  decode(end: number, limit: number, cutsMatches: boolean): void {
    const { input, probs, buffer, dictionaryStart, literalContextBits, literalPositionMask, positionMask } = this;
    const out = buffer.bytes;
    const lastPosition = input.length + 4;
    let { range, code, position, state } = this;
    let [rep0, rep1, rep2, rep3] = [this.reps[0] ?? 0, this.reps[1] ?? 0, this.reps[2] ?? 0, this.reps[3] ?? 0];
    let [at, index, probability, bound, node, isOne] = [buffer.length, 0, 0, 0, 0, 0];
    while (at < end) {
      if (position > lastPosition) throw new Damage(message('the data ends early'));
      const posState = (at - dictionaryStart) & positionMask;
      index = MATCH + state * POS_STATES + posState;
      probability = probs[index] ?? 0;
      bound = Math.imul(range >>> 11, probability);
      if (code >>> 0 < bound >>> 0) {
        range = bound;
        probs[index] = probability + ((FULL - probability) >> SHIFT);
        isOne = 0;
      } else {
        range = (range - bound) | 0;
        code = (code - bound) | 0;
        probs[index] = probability - (probability >> SHIFT);
        isOne = 1;
      }
      if (range >>> 24 === 0) {
        range <<= 8;
        code = (code << 8) | (input[position++] ?? 0);
      }
      if (isOne === 0) {
        const previous = at > dictionaryStart ? (out[at - 1] ?? 0) : 0;
        const context = (((at - dictionaryStart) & literalPositionMask) << literalContextBits) + (previous >> (8 - literalContextBits));
        const base = LITERAL + LITERAL_SIZE * context;
        node = 1;
        if (state >= 7) {
          // Behind a match, the byte that it would have gone on with helps to guess, up to the first bit that differs.
          let guess = out[at - rep0 - 1] ?? 0;
          let guessed = 0;
          do {
            guessed = (guess >> 7) & 1;
            guess <<= 1;
            index = base + ((1 + guessed) << 8) + node;
            probability = probs[index] ?? 0;
            bound = Math.imul(range >>> 11, probability);
            if (code >>> 0 < bound >>> 0) {
              range = bound;
              probs[index] = probability + ((FULL - probability) >> SHIFT);
              isOne = 0;
            } else {
              range = (range - bound) | 0;
              code = (code - bound) | 0;
              probs[index] = probability - (probability >> SHIFT);
              isOne = 1;
            }
            if (range >>> 24 === 0) {
              range <<= 8;
              code = (code << 8) | (input[position++] ?? 0);
            }
            node = (node << 1) | isOne;
          } while (isOne === guessed && node < 0x100);
        }
        while (node < 0x100) {
          index = base + node;
          probability = probs[index] ?? 0;
          bound = Math.imul(range >>> 11, probability);
          if (code >>> 0 < bound >>> 0) {
            range = bound;
            probs[index] = probability + ((FULL - probability) >> SHIFT);
            node <<= 1;
          } else {
            range = (range - bound) | 0;
            code = (code - bound) | 0;
            probs[index] = probability - (probability >> SHIFT);
            node = (node << 1) | 1;
          }
          if (range >>> 24 === 0) {
            range <<= 8;
            code = (code << 8) | (input[position++] ?? 0);
          }
        }
        out[at++] = node & 0xff;
        state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
        continue;
      }
      let lengthBase = LENGTH;
      index = REP + state;
      probability = probs[index] ?? 0;
      bound = Math.imul(range >>> 11, probability);
      if (code >>> 0 < bound >>> 0) {
        range = bound;
        probs[index] = probability + ((FULL - probability) >> SHIFT);
        isOne = 0;
      } else {
        range = (range - bound) | 0;
        code = (code - bound) | 0;
        probs[index] = probability - (probability >> SHIFT);
        isOne = 1;
      }
      if (range >>> 24 === 0) {
        range <<= 8;
        code = (code << 8) | (input[position++] ?? 0);
      }
      if (isOne === 0) {
        rep3 = rep2;
        rep2 = rep1;
        rep1 = rep0;
      } else {
        lengthBase = REP_LENGTH;
        index = REP_G0 + state;
        probability = probs[index] ?? 0;
        bound = Math.imul(range >>> 11, probability);
        if (code >>> 0 < bound >>> 0) {
          range = bound;
          probs[index] = probability + ((FULL - probability) >> SHIFT);
          isOne = 0;
        } else {
          range = (range - bound) | 0;
          code = (code - bound) | 0;
          probs[index] = probability - (probability >> SHIFT);
          isOne = 1;
        }
        if (range >>> 24 === 0) {
          range <<= 8;
          code = (code << 8) | (input[position++] ?? 0);
        }
        if (isOne === 0) {
          index = REP0_LONG + state * POS_STATES + posState;
          probability = probs[index] ?? 0;
          bound = Math.imul(range >>> 11, probability);
          if (code >>> 0 < bound >>> 0) {
            range = bound;
            probs[index] = probability + ((FULL - probability) >> SHIFT);
            isOne = 0;
          } else {
            range = (range - bound) | 0;
            code = (code - bound) | 0;
            probs[index] = probability - (probability >> SHIFT);
            isOne = 1;
          }
          if (range >>> 24 === 0) {
            range <<= 8;
            code = (code << 8) | (input[position++] ?? 0);
          }
          if (isOne === 0) {
            if (rep0 >= at - dictionaryStart) throw new Damage(message('a match lies before the beginning'));
            out[at] = out[at - rep0 - 1] ?? 0;
            at++;
            state = state < 7 ? 9 : 11;
            continue;
          }
        } else {
          let distance = rep1;
          index = REP_G1 + state;
          probability = probs[index] ?? 0;
          bound = Math.imul(range >>> 11, probability);
          if (code >>> 0 < bound >>> 0) {
            range = bound;
            probs[index] = probability + ((FULL - probability) >> SHIFT);
            isOne = 0;
          } else {
            range = (range - bound) | 0;
            code = (code - bound) | 0;
            probs[index] = probability - (probability >> SHIFT);
            isOne = 1;
          }
          if (range >>> 24 === 0) {
            range <<= 8;
            code = (code << 8) | (input[position++] ?? 0);
          }
          if (isOne === 1) {
            distance = rep2;
            index = REP_G2 + state;
            probability = probs[index] ?? 0;
            bound = Math.imul(range >>> 11, probability);
            if (code >>> 0 < bound >>> 0) {
              range = bound;
              probs[index] = probability + ((FULL - probability) >> SHIFT);
              isOne = 0;
            } else {
              range = (range - bound) | 0;
              code = (code - bound) | 0;
              probs[index] = probability - (probability >> SHIFT);
              isOne = 1;
            }
            if (range >>> 24 === 0) {
              range <<= 8;
              code = (code << 8) | (input[position++] ?? 0);
            }
            if (isOne === 1) {
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
      let [tree, bits, length] = [lengthBase + LENGTH_LOW + posState * 8, 3, MIN_LENGTH];
      index = lengthBase;
      probability = probs[index] ?? 0;
      bound = Math.imul(range >>> 11, probability);
      if (code >>> 0 < bound >>> 0) {
        range = bound;
        probs[index] = probability + ((FULL - probability) >> SHIFT);
        isOne = 0;
      } else {
        range = (range - bound) | 0;
        code = (code - bound) | 0;
        probs[index] = probability - (probability >> SHIFT);
        isOne = 1;
      }
      if (range >>> 24 === 0) {
        range <<= 8;
        code = (code << 8) | (input[position++] ?? 0);
      }
      if (isOne === 1) {
        [tree, length] = [lengthBase + LENGTH_MIDDLE + posState * 8, MIN_LENGTH + 8];
        index = lengthBase + 1;
        probability = probs[index] ?? 0;
        bound = Math.imul(range >>> 11, probability);
        if (code >>> 0 < bound >>> 0) {
          range = bound;
          probs[index] = probability + ((FULL - probability) >> SHIFT);
          isOne = 0;
        } else {
          range = (range - bound) | 0;
          code = (code - bound) | 0;
          probs[index] = probability - (probability >> SHIFT);
          isOne = 1;
        }
        if (range >>> 24 === 0) {
          range <<= 8;
          code = (code << 8) | (input[position++] ?? 0);
        }
        if (isOne === 1) [tree, bits, length] = [lengthBase + LENGTH_HIGH, 8, MIN_LENGTH + 16];
      }
      node = 1;
      for (let count = 0; count < bits; count++) {
        index = tree + node;
        probability = probs[index] ?? 0;
        bound = Math.imul(range >>> 11, probability);
        if (code >>> 0 < bound >>> 0) {
          range = bound;
          probs[index] = probability + ((FULL - probability) >> SHIFT);
          node <<= 1;
        } else {
          range = (range - bound) | 0;
          code = (code - bound) | 0;
          probs[index] = probability - (probability >> SHIFT);
          node = (node << 1) | 1;
        }
        if (range >>> 24 === 0) {
          range <<= 8;
          code = (code << 8) | (input[position++] ?? 0);
        }
      }
      length += node - (1 << bits);
      if (lengthBase === REP_LENGTH) state = state < 7 ? 8 : 11;
      else {
        state = state < 7 ? 7 : 10;
        tree = SLOT + Math.min(length - MIN_LENGTH, 3) * 64;
        node = 1;
        for (let count = 0; count < 6; count++) {
          index = tree + node;
          probability = probs[index] ?? 0;
          bound = Math.imul(range >>> 11, probability);
          if (code >>> 0 < bound >>> 0) {
            range = bound;
            probs[index] = probability + ((FULL - probability) >> SHIFT);
            node <<= 1;
          } else {
            range = (range - bound) | 0;
            code = (code - bound) | 0;
            probs[index] = probability - (probability >> SHIFT);
            node = (node << 1) | 1;
          }
          if (range >>> 24 === 0) {
            range <<= 8;
            code = (code << 8) | (input[position++] ?? 0);
          }
        }
        const slot = node - 64;
        rep0 = slot;
        if (slot >= 4) {
          let distanceBits = (slot >> 1) - 1;
          rep0 = (2 | (slot & 1)) << distanceBits;
          tree = SPECIAL + rep0 - slot;
          if (slot >= 14) {
            // Bits in the middle are as likely 0 as 1.
            let direct = 0;
            for (let count = distanceBits - 4; count > 0; count--) {
              range >>>= 1;
              code = (code - range) | 0;
              const sign = code >> 31;
              code = (code + (range & sign)) | 0;
              direct = (direct << 1) + sign + 1;
              if (range >>> 24 === 0) {
                range <<= 8;
                code = (code << 8) | (input[position++] ?? 0);
              }
            }
            rep0 = ((rep0 >>> 0) + (direct >>> 0) * 16) >>> 0;
            distanceBits = 4;
            tree = ALIGN;
          }
          node = 1;
          for (let count = 0; count < distanceBits; count++) {
            index = tree + node;
            probability = probs[index] ?? 0;
            bound = Math.imul(range >>> 11, probability);
            if (code >>> 0 < bound >>> 0) {
              range = bound;
              probs[index] = probability + ((FULL - probability) >> SHIFT);
              node <<= 1;
            } else {
              range = (range - bound) | 0;
              code = (code - bound) | 0;
              probs[index] = probability - (probability >> SHIFT);
              node = (node << 1) | 1;
              rep0 += 1 << count;
            }
            if (range >>> 24 === 0) {
              range <<= 8;
              code = (code << 8) | (input[position++] ?? 0);
            }
          }
          if (rep0 === END_MARKER) {
            this.isAtEnd = true;
            break;
          }
        }
      }
      if (rep0 >= at - dictionaryStart) throw new Damage(message('a match lies before the beginning'));
      if (at + length > limit) {
        if (!cutsMatches) throw new Damage(message('a match goes beyond the end'));
        length = limit - at;
      }
      copyMatch(out, at, rep0 + 1, length);
      at += length;
    }
    buffer.length = at;
    Object.assign(this, { range, code, position, state });
    this.reps.set([rep0, rep1, rep2, rep3]);
  }
}
