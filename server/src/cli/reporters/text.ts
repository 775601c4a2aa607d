/** Findings for people: place, severity, message, and the line with a caret under it. */
import { STAGE_EFFECTS } from '../../text/problem';
import { message, type Message } from '../../text/message';
import type { Finding, Say, Severity } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import type { Totals } from '../checked-share';
import type { Output, Style, StyledText } from '../output';
import { oneLine } from '../printable';
import { excerptAt } from './excerpt';
import type { ReportedFile } from './reported-file';
import type { Reporter, ReportOptions } from './reporter';

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'faint' };

/** A block for each finding, with a line of totals at the end. */
export const TEXT_REPORTER: Reporter = {
  shows: 'information',
  begin: '',
  between: '',
  reportFile(file, { say }) {
    if (file.findings.length === 0) return [];
    const lines = new LineIndex(file.text);
    return file.findings.flatMap((finding) => [...reportFinding(file, lines, finding, say), '\n']);
  },
  reportUnread: () => [],
  end: (totals, options) => (options.isQuiet === true ? [] : [summarize(totals, options)]),
};

function reportFinding({ path, text }: ReportedFile, lines: LineIndex, finding: Finding, say: Say): Output {
  const { line, character } = lines.positionAt(finding.range.start);
  const style = STYLES[finding.severity];
  const stage = finding.stage === undefined ? '' : `, ${finding.stage}: ${say(STAGE_EFFECTS[finding.stage])}`;
  const { source, indent, carets } = excerptAt(text, lines, finding.range);
  const faint = (part: string): StyledText => ({ text: part, style: 'faint' });
  const place: StyledText = { text: `${oneLine(path)}:${line + 1}:${character + 1}`, style: 'bold' };
  const head = [place, ': ', { text: finding.severity, style }, `: ${oneLine(finding.message)} `, faint(`(${finding.ruleId}${stage})`)];
  const shown = [faint(`${String(line + 1).padStart(5)} |`), ` ${source}\n`, faint('      |'), ` ${indent}`, { text: carets, style }];
  return [...head, '\n', ...shown, '\n'];
}

const COUNTED: Readonly<Record<Severity | 'file', readonly [one: Message, several: (number: string) => Message]>> = {
  file: [message('1 file'), (number) => message('{number} files', { number })],
  error: [message('1 error'), (number) => message('{number} errors', { number })],
  warning: [message('1 warning'), (number) => message('{number} warnings', { number })],
  information: [message('1 note'), (number) => message('{number} notes', { number })],
  hint: [message('1 hint'), (number) => message('{number} hints', { number })],
};

function countOf(what: keyof typeof COUNTED, number: number): Message {
  const [one, several] = COUNTED[what];
  return number === 1 ? one : several(String(number));
}

function summarize({ files, counts }: Totals, { severity, say }: ReportOptions): string {
  const totals = (['error', 'warning', 'information', 'hint'] as const)
    .map((severity) => say(countOf(severity, counts[severity])))
    .join(', ');
  const summary = say(message('{files} checked: {totals}', { files: countOf('file', files), totals }));
  return `${summary}${counts.hint > 0 && severity === undefined ? ` (${say(message('see them with --hints'))})` : ''}\n`;
}
