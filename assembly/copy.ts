/** Copying to the output, in strides of which the last goes beyond the end of what is copied, but never beyond the end of the output. */

const STRIDE: i32 = 16;

/** Copies from the input, behind which there are as many bytes as a stride has. */
export function copyLiterals(to: i32, from: i32, length: i32, outEnd: i32): void {
  if (to + length + STRIDE > outEnd) memory.copy(to, from, length);
  else for (let index = 0; index < length; index += STRIDE) v128.store(to + index, v128.load(from + index));
}

/** Copies from `offset` bytes back; a match may overlap with what it writes. */
export function copyMatch(to: i32, offset: i32, length: i32, outEnd: i32): void {
  if (offset < STRIDE || to + length + STRIDE > outEnd) {
    for (let index = 0; index < length; index++) store<u8>(to + index, load<u8>(to + index - offset));
  } else {
    for (let index = 0; index < length; index += STRIDE) v128.store(to + index, v128.load(to + index - offset));
  }
}
