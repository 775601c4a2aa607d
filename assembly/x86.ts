/**
 * Undoes the filter that makes x86 code pack better: behind a CALL or JMP it replaced the distance to the target by the address of
 * the target. What looks like one of them by accident is told apart as the packer did it, by the bytes just before.
 */

/** An instruction with its operand, less one byte. */
const LOOK_AHEAD: i32 = 4;
/** By the last three bytes, of which each was an opcode or not: a bit that says whether an operand can then be one at all. */
const ALLOWED: i32 = 0b0001_0111;

/** Offsets in what is converted: of the last opcode, and which of the last three bytes were some too. */
let lastOpcode: i32 = -1;
let mask: i32 = 0;

export function x86Start(): void {
  lastOpcode = -1;
  mask = 0;
}

/**
 * Converts from one offset up to another, from where on bytes could still change.
 * @returns the offset to go on at, which may lie behind the end
 */
export function x86Convert(start: i32, from: i32, end: i32): i32 {
  let at = from;
  for (; at < end; at++) {
    if ((load<u8>(start + at) & 0xfe) == 0xe8 && isInstruction(start + at, at)) {
      replace(start + at + 1, at);
      at += LOOK_AHEAD;
    }
  }
  return at;
}

/** Decides about the opcode at an offset, and remembers it. */
function isInstruction(place: i32, at: i32): bool {
  const gap = at - lastOpcode;
  lastOpcode = at;
  mask = gap > 3 ? 0 : (mask << (gap - 1)) & 7;
  const isDoubtful = mask != 0 && (((ALLOWED >> mask) & 1) == 0 || isSignByte(load<u8>(place + 4 - decidingByte())));
  if (!isDoubtful && isSignByte(load<u8>(place + 4))) return true;
  mask = (mask << 1) | 1;
  return false;
}

/** Which byte of the operand decides. */
function decidingByte(): i32 {
  return mask < 3 ? mask : mask == 3 ? 2 : 3;
}

function replace(place: i32, at: i32): void {
  const bits = decidingByte() << 3;
  let source = load<i32>(place);
  let target = source - (at + 5);
  while (mask != 0 && isSignByte(<u8>(target >>> (24 - bits)))) {
    source = target ^ (<i32>(1 << (32 - bits)) - 1);
    target = source - (at + 5);
  }
  store<i32>(place, (target & 0x01ffffff) | -(target & 0x01000000));
}

/** The highest byte of a distance that is near enough. */
function isSignByte(byte: u8): bool {
  return byte == 0 || byte == 0xff;
}
