/** Shows pages in Markdown as text, as far as the pages of rules use Markdown. */
import type { Output } from './output';

/** Headings stand out, examples are indented, and marks of Markdown are gone. */
export function toPlainText(markdown: string): Output {
  let isCode = false;
  return markdown.split('\n').flatMap((line, index, lines): Output => {
    // There is no line behind the last line feed.
    if (index === lines.length - 1 && line === '') return [];
    if (line.startsWith('```')) {
      isCode = !isCode;
      return [];
    }
    if (isCode) return [`    ${line}\n`];
    const heading = /^#+ (.*)$/.exec(line)?.[1];
    return heading === undefined ? [`${withoutMarks(line)}\n`] : [{ text: withoutMarks(heading), style: 'bold' }, '\n'];
  });
}

function withoutMarks(line: string): string {
  return line.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
