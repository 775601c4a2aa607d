/** A way out of a path that leads nowhere. */
import type { FileFact } from '../../facts/host-facts';
import { message } from '../../text/message';
import type { TextRange } from '../../text/text-range';
import type { Fix } from '../rule';

/** What cannot stand in the place of a path as it is. */
const UNSAFE = /["'\\\p{Cc},]/u;

/**
 * Takes a file of the folder whose name is near.
 * @param write the new text for a path, as it stands in the range
 */
export function chooseFile(range: TextRange, fact: FileFact, write: (path: string) => string): readonly Fix[] {
  const near = fact.state === 'missing' ? (fact.near ?? []) : [];
  return near
    .filter((path) => !UNSAFE.test(path))
    .map((path) => ({ title: message('Use {path}', { path }), safety: 'review', edits: [{ range, newText: write(path) }] }));
}
