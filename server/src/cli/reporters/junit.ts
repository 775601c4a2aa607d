/** Findings as test results in the XML of JUnit, which Jenkins and GitLab show as tests: a config is a suite, and what is found a failure. */
import { LineIndex } from '../../text/line-index';
import type { Reporter } from './reporter';
import { element, openTag, XML_HEAD } from '../../text/xml';

/** A suite for each file; one without findings has a test that passes. */
export const JUNIT_REPORTER: Reporter = {
  shows: 'warning',
  begin: `${XML_HEAD}${openTag('testsuites', { name: 'xlcfg' })}\n`,
  between: '',
  reportFile({ path, text, findings }) {
    const lines = new LineIndex(text);
    const cases = findings.map(({ ruleId, severity, message, range }) => {
      const { line, character } = lines.positionAt(range.start);
      const place = `${path}:${line + 1}:${character + 1}`;
      const failure = element('failure', { type: severity, message }, `${place}: ${severity}: ${message} (${ruleId})`);
      return testCase(path, `${ruleId} (${line + 1}:${character + 1})`, failure);
    });
    return [suite(path, { failures: cases.length, errors: 0 }, cases.length === 0 ? [testCase(path, 'xlcfg')] : cases)];
  },
  reportUnread: ({ path, problem }) => [
    suite(path, { failures: 0, errors: 1 }, [
      testCase(path, 'xlcfg', element('error', { type: 'unreadable', message: problem }, `${path}: ${problem}`)),
    ]),
  ],
  end: () => ['</testsuites>\n'],
};

function suite(path: string, counts: { readonly failures: number; readonly errors: number }, cases: readonly string[]): string {
  return `  ${openTag('testsuite', { name: path, tests: cases.length, ...counts })}\n${cases.join('')}  </testsuite>\n`;
}

function testCase(path: string, name: string, outcome?: string): string {
  const attributes = { classname: path, name };
  if (outcome === undefined) return `    ${element('testcase', attributes)}\n`;
  return `    ${openTag('testcase', attributes)}\n      ${outcome}\n    </testcase>\n`;
}
