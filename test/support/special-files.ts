/** Files that are no regular ones. */

/** Windows has neither pipes nor devices among its files. */
export const needsSpecialFiles = { skip: process.platform === 'win32' && 'there are no special files on Windows' } as const;
