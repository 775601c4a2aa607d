/** Findings for people: place, severity, message, and the line with a caret under it. */
import type { Finding, Severity, Stage } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import type { CheckedFile } from '../config-files';

export interface TextReportOptions {
  readonly isColored: boolean;
  readonly showsHints: boolean;
}

const STAGES: Readonly<Record<Stage, string>> = {
  parse: 'xl refuses the file',
  create: 'libxl refuses the domain',
  boot: 'the domain does not start',
  migrate: 'the project wants domains that can move',
};
const COLORS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', information: '36', hint: '90' };
const BOLD = '1';
const FAINT = '90';

/** The whole report, with a line of totals at the end. */
export function reportText(files: readonly CheckedFile[], options: TextReportOptions): string {
  const shown = (finding: Finding): boolean => options.showsHints || finding.severity !== 'hint';
  const blocks = files.flatMap((file) => {
    const lines = new LineIndex(file.text);
    return file.analysis.findings.filter(shown).map((finding) => reportFinding(file, lines, finding, options.isColored));
  });
  return [...blocks, summarize(files, options)].join('\n');
}

function reportFinding(file: CheckedFile, lines: LineIndex, finding: Finding, isColored: boolean): string {
  const paint = (text: string, color: string): string => (isColored ? `\u001b[${color}m${text}\u001b[0m` : text);
  const { start, end } = lines.lineRange(finding.range);
  const place = `${file.path}:${start.line + 1}:${start.character + 1}`;
  const stage = finding.stage === undefined ? '' : `, ${finding.stage}: ${STAGES[finding.stage]}`;
  const head = `${paint(place, BOLD)}: ${paint(finding.severity, COLORS[finding.severity])}: ${finding.message} ${paint(`(${finding.ruleId}${stage})`, FAINT)}`;
  const source = sourceLine(file.text, lines, start.line);
  const gutter = String(start.line + 1).padStart(5);
  const width = Math.max(1, (end.line === start.line ? end.character : source.length) - start.character);
  // Tabs stay tabs, so that the carets stand below what they mean in any terminal.
  const indent = source.slice(0, start.character).replace(/[^\t]/g, ' ');
  const carets = paint('^'.repeat(Math.min(width, Math.max(1, source.length - start.character))), COLORS[finding.severity]);
  return `${head}\n${paint(`${gutter} |`, FAINT)} ${source}\n${paint('      |', FAINT)} ${indent}${carets}\n`;
}

/** A line for a terminal: control characters, which could do anything there, become question marks. */
function sourceLine(text: string, lines: LineIndex, line: number): string {
  const raw = text.slice(lines.lineStart(line), line + 1 < lines.lineCount ? lines.lineStart(line + 1) : text.length);
  return raw.replace(/[\r\n]+$/, '').replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '?');
}

function summarize(files: readonly CheckedFile[], options: TextReportOptions): string {
  const findings = files.flatMap(({ analysis }) => analysis.findings);
  const count = (severity: Severity, noun: string): string => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
  };
  const hidden = findings.some(({ severity }) => severity === 'hint') && !options.showsHints ? ' (see them with --hints)' : '';
  const fileCount = `${files.length} file${files.length === 1 ? '' : 's'}`;
  return `${fileCount} checked: ${count('error', 'error')}, ${count('warning', 'warning')}, ${count('information', 'note')}, ${count('hint', 'hint')}${hidden}\n`;
}
