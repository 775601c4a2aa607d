/** What differs between a config and the running domain, as a page in Markdown. */
import type { Say } from '../messages/say';
import { message, type Message } from '../text/message';
import type { FieldDifference, FieldSide, RunningComparison } from './compare-running';
import { literal, prose, sentence, table } from './markdown';

export function comparisonPage(comparison: RunningComparison, say: Say): string {
  const { name } = comparison;
  const title = `# ${say(message('File and running domain'))}${name === '' ? '' : `: ${literal(name)}`}`;
  const summary = sentence(say(summarizeComparison(comparison)));
  if (comparison.kind !== 'compared' || comparison.differences.length === 0) return `${title}\n\n${summary}\n`;
  const head = [message('Setting'), message('File'), message('Running'), message('Field of libxl')].map(say);
  const rows = comparison.differences.map((difference) => rowOf(difference, say));
  const note = say(message('Values that libxl makes up when it creates a domain, such as its UUID and unset MAC addresses, are left out.'));
  return `${[title, summary, table(head, rows), note].join('\n\n')}\n`;
}

function rowOf({ label, file, running, field }: FieldDifference, say: Say): readonly string[] {
  const side = (each: FieldSide | undefined): string => (each === undefined ? say(message('not set')) : prose(each.words) || '""');
  return [literal(label), side(file), side(running), literal(field)];
}

/** The outcome in one sentence. */
export function summarizeComparison(comparison: RunningComparison): Message {
  const { name } = comparison;
  switch (comparison.kind) {
    case 'no-domain':
      return message('xl creates no domain from this file, so there is nothing to compare.');
    case 'unreadable':
      return message('This is not what `xl list -l` prints.');
    case 'not-running':
      return message('No domain `{name}` is running.', { name });
    case 'compared': {
      const count = comparison.differences.length;
      if (count === 0) return message('The running domain matches this file.');
      return count === 1
        ? message('The running domain differs from this file in one place.')
        : message('The running domain differs from this file in {count} places.', { count: String(count) });
    }
    default: {
      const unreachable: never = comparison;
      return unreachable;
    }
  }
}
