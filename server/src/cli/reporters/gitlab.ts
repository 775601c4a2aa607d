/** Findings as a code quality report, which GitLab shows at a merge request. */
import type { Severity } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import { printableJson } from '../printable';
import { fingerprints } from './fingerprint';
import type { Reporter } from './reporter';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', information: 'info', hint: 'info' };

/** One list with an object for each finding. */
export const GITLAB_REPORTER: Reporter = {
  shows: 'hint',
  begin: '[',
  between: ',',
  reportFile(file, { machine }) {
    const lines = new LineIndex(file.text);
    const fingerprint = fingerprints(file, lines, machine);
    const issues = file.findings.map((finding) => {
      const { start, end } = lines.lineRange(finding.range);
      return print({
        description: finding.message,
        check_name: finding.ruleId,
        fingerprint: fingerprint(finding),
        severity: SEVERITIES[finding.severity],
        location: { path: machine.checkoutPath(file.path), lines: { begin: start.line + 1, end: end.line + 1 } },
      });
    });
    return issues.length === 0 ? [] : [issues.join(',')];
  },
  reportUnread({ path, problem }, { machine }) {
    const place = machine.checkoutPath(path);
    const fingerprint = machine.digest(`unreadable\0${place}`);
    const location = { path: place, lines: { begin: 1 } };
    return [print({ description: problem, check_name: 'unreadable', fingerprint, severity: 'blocker', location })];
  },
  end: () => ['\n]\n'],
};

function print(issue: unknown): string {
  return printableJson(`\n${JSON.stringify(issue)}`);
}
