/** Whole domains to start from, offered by the words that name them. */
import type { Say } from '../messages/say';
import type { Target } from '../schema/target';
import { isSince } from '../schema/xen-version';
import { plainMessage } from '../text/message';
import type { TextRange } from '../text/text-range';
import type { Completion } from './completion-item';
import { plainText } from './snippet';
import { STARTERS } from './starter-list';

/** The starters that a target takes, for a place at which a whole statement can stand. */
export function completeStarters(range: TextRange, isEmptyFile: boolean, target: Target, say: Say): readonly Completion[] {
  const taken = STARTERS.filter(({ since }) => isSince(target.xen, since));
  return taken.flatMap((starter, index) =>
    starter.words.map((word, rank) => ({
      label: word,
      kind: 'snippet' as const,
      detail: say(plainMessage(starter.title)),
      documentation: say(plainMessage(starter.description)),
      range,
      newText: plainText(starter.body),
      snippet: starter.body,
      // Around the options, which have groups in between: who begins a file wants a starter, and others find it by its word.
      sortKey: `${rank > 0 ? 9 : isEmptyFile ? 0 : 8}${String(index).padStart(2, '0')}`,
    })),
  );
}
