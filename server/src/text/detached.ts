/** Pieces of texts that outlive them. */

/**
 * The same characters in memory of their own. What is cut from a text keeps all of that in memory, which for a document that is
 * edited is a whole version of it.
 */
export function detached(piece: string): string {
  // Only what is cut out of a short text keeps nothing else; engines have no call for it.
  return ` ${piece}`.slice(1);
}
