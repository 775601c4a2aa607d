/** Findings in the XML of Checkstyle, which many build servers read. */
import type { Severity } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import type { Reporter } from './reporter';
import { element, openTag, XML_HEAD } from '../../text/xml';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'info', hint: 'info' };

/** An element for each file. */
export const CHECKSTYLE_REPORTER: Reporter = {
  shows: 'hint',
  begin: `${XML_HEAD}${openTag('checkstyle', { version: '4.3' })}\n`,
  between: '',
  reportFile({ path, text, findings }) {
    const lines = new LineIndex(text);
    const errors = findings.map(({ ruleId, severity, message, range }) => {
      const { line, character } = lines.positionAt(range.start);
      const place = { line: line + 1, column: character + 1 };
      return `    ${element('error', { ...place, severity: SEVERITIES[severity], message, source: `xlcfg.${ruleId}` })}\n`;
    });
    return [file(path, errors.join(''))];
  },
  reportUnread: ({ path, problem }) => [
    file(path, `    ${element('error', { line: 1, severity: 'error', message: problem, source: 'xlcfg.unreadable' })}\n`),
  ],
  end: () => ['</checkstyle>\n'],
};

function file(path: string, errors: string): string {
  return `  ${openTag('file', { name: path })}\n${errors}  </file>\n`;
}
