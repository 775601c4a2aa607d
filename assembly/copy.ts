/** Copying within the output. */

/** Copies from `offset` bytes back; a match may overlap with what it writes. Up to 15 bytes behind it may be written too. */
export function copyMatch(to: i32, offset: i32, length: i32): void {
  if (offset >= 16) for (let index = 0; index < length; index += 16) v128.store(to + index, v128.load(to + index - offset));
  else for (let index = 0; index < length; index++) store<u8>(to + index, load<u8>(to + index - offset));
}
