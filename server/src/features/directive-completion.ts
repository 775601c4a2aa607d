/** Completion of the instructions to xlcfg that stand in comments. */
import type { Say } from '../messages/say';
import { message, type Message, plainMessage } from '../text/message';
import { RULES } from '../rules/index';
import { CONFIG_KINDS } from '../schema/config-kind';
import { ARCHITECTURES } from '../schema/target';
import { OFFERED_VERSIONS } from '../schema/xen-version';
import type { Completion } from './completion-item';
import type { DirectiveContext } from './directive-cursor';

interface Keyword {
  readonly text: string;
  readonly detail?: Message;
  /** Nothing comes behind it. */
  readonly isWhole?: true;
}

const KEYWORDS: readonly Keyword[] = [
  { text: 'xlcfg:', detail: message('what the file is written for') },
  { text: 'xlcfg-disable-line', detail: message('disables rules for this line') },
  { text: 'xlcfg-disable-next-line', detail: message('disables rules for the next line') },
  { text: 'xlcfg-disable-file', detail: message('disables rules for the whole file') },
  { text: 'xlcfg-format-ignore', detail: message('leaves the layout of the next setting as it is'), isWhole: true },
];

const DIRECTIVES: readonly Keyword[] = [
  ...OFFERED_VERSIONS.map((version) => `xen=${version}`),
  ...ARCHITECTURES.map((arch) => `arch=${arch}`),
  ...CONFIG_KINDS.map((kind) => `file=${kind}`),
  'fragment',
  'migration=never',
].map((text) => ({ text }));

const RULE_IDS: readonly Keyword[] = RULES.map(({ meta }) => ({ text: meta.id, detail: plainMessage(meta.summary) }));

/** What can be written at the cursor of an instruction. */
export function completeDirective({ part, range, others }: DirectiveContext, text: string, say: Say): readonly Completion[] {
  if (part === 'keyword') {
    const written = text.slice(range.start, range.end);
    const isFollowed = /^[ \t]/.test(text.slice(range.end, range.end + 1));
    const keywords = KEYWORDS.filter((keyword) => keyword.text.startsWith(written));
    return toItems(keywords, range, say).map((item, index) => ({
      ...item,
      ...(isFollowed || keywords[index]?.isWhole === true ? {} : { newText: `${item.newText} `, opensNext: true }),
    }));
  }
  const words = part === 'word' ? DIRECTIVES : RULE_IDS;
  return toItems(
    words.filter((word) => !others.some((other) => keyOf(other) === keyOf(word.text))),
    range,
    say,
  );
}

function keyOf(word: string): string {
  return word.split('=', 1)[0] ?? '';
}

function toItems(words: readonly Keyword[], range: Completion['range'], say: Say): readonly Completion[] {
  return words.map(({ text, detail }, index) => ({
    label: text,
    kind: 'keyword',
    ...(detail === undefined ? {} : { detail: say(detail) }),
    range,
    newText: text,
    sortKey: String(index).padStart(3, '0'),
  }));
}
