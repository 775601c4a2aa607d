/** What an upgrade changes, as a page in Markdown. */
import type { Say } from '../messages/say';
import type { XenVersion } from '../schema/xen-version';
import { LineIndex } from '../text/line-index';
import { message, type Message } from '../text/message';
import { literal, sentence } from './markdown';
import type { UpgradeChange, UpgradeKind } from './upgrade';

const TITLES: readonly (readonly [UpgradeKind, Message])[] = [
  ['breaks', message('Breaks')],
  ['changes', message('Changes')],
  ['gains', message('Gains')],
];

/** @param text of the config */
export function upgradePage(changes: readonly UpgradeChange[], text: string, from: XenVersion, to: XenVersion, say: Say): string {
  const lines = new LineIndex(text);
  const sections = TITLES.flatMap(([kind, title]) => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const items = own.map(({ range, release, message: found, action, evidence }) => {
      const line = String(lines.positionAt(range.start).line + 1);
      const place = say(message('Line {line}, Xen {release}', { line, release }));
      const advice = action === undefined ? '' : ` ${sentence(action)}.`;
      return `- ${place}: ${sentence(found)}.${advice} (${literal(evidence.join('; '))})`;
    });
    return [`## ${say(title)}`, items.join('\n')];
  });
  const title = `# ${say(message('From Xen {from} to {to}', { from, to }))}`;
  return `${[title, ...(sections.length === 0 ? [say(message('Nothing changes for this config.'))] : sections)].join('\n\n')}\n`;
}
