/** Paths that name another machine. */

/**
 * Whether Windows would ask another machine for a path: `//host/share`, `\\host\share`. Merely to look there sends it the name
 * of the user and more, so that no file may bring that about, on any system.
 */
export function isRemotePath(path: string): boolean {
  return /^[\\/]{2}/.test(path);
}
