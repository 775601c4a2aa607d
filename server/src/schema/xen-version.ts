/** The Xen releases that a config can be written for, oldest first. */

export const XEN_VERSIONS = [
  '4.6',
  '4.7',
  '4.8',
  '4.9',
  '4.10',
  '4.11',
  '4.12',
  '4.13',
  '4.14',
  '4.15',
  '4.16',
  '4.17',
  '4.18',
  '4.19',
  '4.20',
  '4.21',
  '4.22',
  'unstable',
] as const;

export type XenVersion = (typeof XEN_VERSIONS)[number];

/** The release taken where nothing says which one is meant. */
export const NEWEST_STABLE_VERSION: XenVersion = '4.22';

/** The versions as lists offer them: the newest release that hosts run first, and the one that is in the making last. */
export const OFFERED_VERSIONS: readonly XenVersion[] = [...XEN_VERSIONS.slice(0, -1).reverse(), 'unstable'];

/** Reads a version as people write it (`4.17`, `4.17.3`, `unstable`); undefined when it is none that is known. */
export function parseXenVersion(text: string): XenVersion | undefined {
  const wanted = /^(4\.\d+)(?:\.\d+)?$/.exec(text)?.[1] ?? text;
  return XEN_VERSIONS.find((version) => version === wanted);
}

/** Says whether `version` is `first` or a later release; no `first` means that it always was so. */
export function isSince(version: XenVersion, first: XenVersion | undefined): boolean {
  return first === undefined || XEN_VERSIONS.indexOf(version) >= XEN_VERSIONS.indexOf(first);
}

/** Says whether `version` is `last` or an earlier release; no `last` means that it still is so. */
export function isUntil(version: XenVersion, last: XenVersion | undefined): boolean {
  return last === undefined || XEN_VERSIONS.indexOf(version) <= XEN_VERSIONS.indexOf(last);
}
