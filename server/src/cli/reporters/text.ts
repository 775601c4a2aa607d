/** Findings for people: place, severity, message, and the line with a caret under it. */
import type { Finding, Severity, Stage } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import type { CheckedFile } from '../config-files';
import type { Output, Style, StyledText } from '../output';
import { oneLine } from '../printable';
import { excerptAt } from './excerpt';

export interface TextReportOptions {
  readonly showsHints: boolean;
}

const STAGES: Readonly<Record<Stage, string>> = {
  parse: 'xl refuses the file',
  create: 'libxl refuses the domain',
  boot: 'the domain does not start',
  migrate: 'the project wants domains that can move',
};
const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'faint' };

/** The whole report, with a line of totals at the end. */
export function reportText(files: readonly CheckedFile[], options: TextReportOptions): Output {
  const shown = (finding: Finding): boolean => options.showsHints || finding.severity !== 'hint';
  const blocks = files.flatMap((file) => {
    const lines = new LineIndex(file.text);
    return file.analysis.findings.filter(shown).flatMap((finding) => [...reportFinding(file, lines, finding), '\n']);
  });
  return [...blocks, summarize(files, options)];
}

function reportFinding({ path, text }: CheckedFile, lines: LineIndex, finding: Finding): Output {
  const { line, character } = lines.positionAt(finding.range.start);
  const style = STYLES[finding.severity];
  const stage = finding.stage === undefined ? '' : `, ${finding.stage}: ${STAGES[finding.stage]}`;
  const { source, indent, carets } = excerptAt(text, lines, finding.range);
  const faint = (part: string): StyledText => ({ text: part, style: 'faint' });
  const place: StyledText = { text: `${oneLine(path)}:${line + 1}:${character + 1}`, style: 'bold' };
  const head = [place, ': ', { text: finding.severity, style }, `: ${oneLine(finding.message)} `, faint(`(${finding.ruleId}${stage})`)];
  const shown = [faint(`${String(line + 1).padStart(5)} |`), ` ${source}\n`, faint('      |'), ` ${indent}`, { text: carets, style }];
  return [...head, '\n', ...shown, '\n'];
}

function summarize(files: readonly CheckedFile[], options: TextReportOptions): string {
  const total = (severity: Severity): number => files.reduce((sum, { analysis }) => sum + analysis.counts[severity], 0);
  const count = (severity: Severity, noun: string): string => {
    const number = total(severity);
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
  };
  const hidden = total('hint') > 0 && !options.showsHints ? ' (see them with --hints)' : '';
  const fileCount = `${files.length} file${files.length === 1 ? '' : 's'}`;
  return `${fileCount} checked: ${count('error', 'error')}, ${count('warning', 'warning')}, ${count('information', 'note')}, ${count('hint', 'hint')}${hidden}\n`;
}
