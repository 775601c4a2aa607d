/** Finds where a path of dom0 lies on this machine. */

export interface MappedPath {
  readonly path: string;
  /** Whether the project said where it lies. */
  readonly isMapped: boolean;
}

/**
 * The local path for a path of dom0.
 * @param roots local folders by path prefix; the longest prefix counts
 */
export function mapPath(path: string, roots: Readonly<Record<string, string>>): MappedPath {
  const prefixes = Object.keys(roots)
    .filter((prefix) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`))
    .sort((a, b) => b.length - a.length);
  const [prefix] = prefixes;
  const folder = prefix === undefined ? undefined : roots[prefix];
  if (prefix === undefined || folder === undefined) return { path, isMapped: false };
  return { path: `${folder.replace(/\/$/, '')}/${path.slice(prefix.length).replace(/^\//, '')}`, isMapped: true };
}
