/** Findings as workflow commands, which GitHub Actions shows at the lines of a pull request. */
import type { Severity } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import type { Reporter } from './reporter';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** One command a line. */
export const GITHUB_REPORTER: Reporter = {
  shows: 'information',
  begin: '',
  between: '',
  reportFile({ path, text, findings }, { machine }) {
    const lines = new LineIndex(text);
    return findings.map(({ ruleId, severity, message, range }) => {
      const { start, end } = lines.lineRange(range);
      // GitHub takes columns only where they are of one line.
      const columns = start.line === end.line ? { col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) } : {};
      const place = { file: machine.checkoutPath(path), line: start.line + 1, endLine: end.line + 1, ...columns };
      return command(LEVELS[severity], { ...place, title: `xlcfg (${ruleId})` }, message);
    });
  },
  reportUnread: ({ path, problem }, { machine }) => [command('error', { file: machine.checkoutPath(path), title: 'xlcfg' }, problem)],
  end: () => [],
};

function command(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(',')}::${escapeData(text)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
