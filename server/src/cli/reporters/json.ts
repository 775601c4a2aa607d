/** Findings as one JSON object, with positions as the language server protocol counts them. */
import type { Finding } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import { printableJson } from '../printable';
import type { ReportedFile } from './reported-file';
import type { ReportMachine } from './report-machine';
import type { Reporter } from './reporter';

/** Version of the output format. */
export const JSON_VERSION = 1;

/** The frame of all reports in JSON, up to the records of the files and behind them. */
const [HEAD, TAIL] = [`{\n  "version": ${JSON_VERSION},\n  "files": [`, '\n  ]\n}\n'];
const INDENT = '    ';

/** One object with a record for each file. */
export const JSON_REPORTER: Reporter = {
  shows: 'hint',
  begin: HEAD,
  between: ',',
  reportFile: (file, { machine }) => [printRecord(toFile(file, machine))],
  reportUnread: (file) => [printRecord(file)],
  end: () => [TAIL],
};

/** Wraps the files of a command into the common frame. */
export function printJson(files: readonly unknown[]): string {
  return `${HEAD}${files.map(printRecord).join(',')}${TAIL}`;
}

function printRecord(record: unknown): string {
  return printableJson(`\n${INDENT}${JSON.stringify(record, undefined, 2).replaceAll('\n', `\n${INDENT}`)}`);
}

function toFile({ path, text, target, fileKind, findings }: ReportedFile, machine: ReportMachine): unknown {
  return {
    path,
    xen: target.xen,
    arch: target.arch,
    template: fileKind === 'template',
    findings: describeFindings(findings, text, machine),
  };
}

/** Findings as plain records. */
export function describeFindings(findings: readonly Finding[], text: string, machine: ReportMachine): readonly unknown[] {
  const lines = new LineIndex(text);
  return findings.map((finding) => toFinding(finding, lines, machine));
}

function toFinding({ ruleId, severity, stage, message, range, fixes }: Finding, lines: LineIndex, machine: ReportMachine): unknown {
  return {
    ruleId,
    ruleUrl: machine.ruleUrl(ruleId),
    severity,
    ...(stage === undefined ? {} : { stage }),
    message,
    range: lines.lineRange(range),
    fixes: fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => ({ range: lines.lineRange(edit.range), newText: edit.newText })),
    })),
  };
}
