/** The files that texts name. */
import type { DomainType } from '../target';

/** What a file has to be, to be of use where its path stands. */
export type FileUse = 'kernel' | 'ramdisk' | 'disk' | 'disc' | 'firmware' | 'device-tree' | 'program' | 'folder' | 'any';

/** The file that a text names. */
export interface NamedFile {
  readonly use: FileUse;
  /** The folder in which a name without a slash is looked for. */
  readonly base?: string;
  /** A text that does not begin at the root is a name of something else. */
  readonly isNameToo?: true;
  /** The domain types for which the text can be a path; all when left out. */
  readonly domainTypes?: readonly DomainType[];
}

/** Whether a text is the path of a file, and nothing else. */
export function isPath(file: NamedFile | undefined): boolean {
  return file !== undefined && file.isNameToo !== true;
}
