/** Says in the file that a domain is not meant to move. */
import { message } from '../../text/message';
import type { DomainModel } from '../../model/domain-model';
import { textRange } from '../../text/text-range';
import type { Fix } from '../rule';

const WORD = 'migration=never';

/** Adds the word to the comment that is there for such things, or adds the comment. */
export function stateIntent({ directives }: DomainModel): readonly Fix[] {
  const last = directives.words.at(-1);
  const edit =
    last === undefined
      ? { range: textRange(0, 0), newText: `# xlcfg: ${WORD}\n` }
      : { range: textRange(last.range.end, last.range.end), newText: ` ${WORD}` };
  return [{ title: message('Say that this domain is not meant to move'), safety: 'review', edits: [edit] }];
}
