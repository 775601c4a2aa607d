/** Explained messages as a page in Markdown. */
import type { Say } from '../messages/say';
import { LineIndex } from '../text/line-index';
import { message } from '../text/message';
import type { ExplainedCause, ExplainedError, ExplainedLog } from './explain-errors';
import { literal, prose, sentence } from './markdown';

/** @param text of the config, where there is one */
export function errorPage({ messages, notes }: ExplainedLog, say: Say, text?: string): string {
  const lines = text === undefined ? undefined : new LineIndex(text);
  const sections = messages.map((each) => section(each, lines, say));
  return `${[`# ${say(message('What it means'))}`, ...sections, ...notes].join('\n\n')}\n`;
}

function section(error: ExplainedError, lines: LineIndex | undefined, say: Say): string {
  const { message: text, speaker, effect, meaning, causes, look } = error;
  const from = speaker === undefined || effect === undefined ? [] : [`*${prose(speaker)}: ${prose(effect)}*`];
  const because =
    causes.length === 0
      ? []
      : [`### ${say(message('Causes'))}`, causes.map((cause, index) => causeLine(cause, index, lines, say)).join('\n')];
  const next = look.length === 0 ? [] : [`### ${say(message('Where to look next'))}`, look.map((each) => `- ${sentence(each)}`).join('\n')];
  return [`## ${literal(text)}`, ...from, sentence(meaning), ...because, ...next].join('\n\n');
}

function causeLine({ text, likelihood, ruleId, range }: ExplainedCause, index: number, lines: LineIndex | undefined, say: Say): string {
  const place =
    range === undefined || lines === undefined
      ? []
      : [say(message('line {line}', { line: String(lines.positionAt(range.start).line + 1) }))];
  const rule = ruleId === undefined ? [] : [literal(ruleId)];
  const where = [...place, ...rule].join(', ');
  return `${index + 1}. **${likelihood}**: ${sentence(text)}${where === '' ? '' : ` (${where})`}`;
}
