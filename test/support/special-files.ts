/** What Windows has not among its files, or not for everybody. */

const isWindows = process.platform === 'win32';

/** Pipes and devices. */
export const needsSpecialFiles = { skip: isWindows && 'there are no special files on Windows' } as const;

/** Symbolic links, which need a privilege there. */
export const needsLinks = { skip: isWindows && 'links need a privilege on Windows' } as const;

/** Modes and owners. */
export const needsModes = { skip: isWindows && 'files have no modes on Windows' } as const;
