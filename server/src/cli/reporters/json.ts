/** Findings as one JSON object, with positions as the language server protocol counts them. */
import type { Finding } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import { printableJson } from '../printable';
import type { ReportedFile } from './reported-file';

/** Version of the output format. */
export const JSON_VERSION = 1;

/** The whole report, ready to print. */
export function reportJson(files: readonly ReportedFile[]): string {
  return printJson(files.map(toFile));
}

/** Wraps the files of a command into the common frame. */
export function printJson(files: readonly unknown[]): string {
  return printableJson(`${JSON.stringify({ version: JSON_VERSION, files }, undefined, 2)}\n`);
}

function toFile({ path, text, target, fileKind, findings }: ReportedFile): unknown {
  return {
    path,
    xen: target.xen,
    arch: target.arch,
    template: fileKind === 'template',
    findings: describeFindings(findings, text),
  };
}

/** Findings as plain records. */
export function describeFindings(findings: readonly Finding[], text: string): readonly unknown[] {
  const lines = new LineIndex(text);
  return findings.map((finding) => toFinding(finding, lines));
}

function toFinding({ ruleId, severity, stage, message, range, fixes }: Finding, lines: LineIndex): unknown {
  return {
    ruleId,
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
