/** Paths of files of the host. */
import { HOST_FILE } from '../named-thing';
import type { FileUse } from './named-file';
import { text } from './text';
import type { TextType } from './value-type';

/** The path of a file on the host. */
export function path(use: FileUse, options: { readonly what?: string } = {}): TextType {
  return { ...text({ what: options.what ?? 'path of a file on the host', file: { use }, refersTo: HOST_FILE }), kind: 'path' };
}
