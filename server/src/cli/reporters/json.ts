/** Findings as one JSON object, with positions as the language server protocol counts them. */
import type { Finding } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import type { CheckedFile } from '../config-files';
import { printableJson } from '../printable';

/** Version of the output format. */
export const JSON_VERSION = 1;

/** The whole report, ready to print. */
export function reportJson(files: readonly CheckedFile[]): string {
  return printJson(files.map(toFile));
}

/** Wraps the files of a command into the common frame. */
export function printJson(files: readonly unknown[]): string {
  return printableJson(`${JSON.stringify({ version: JSON_VERSION, files }, undefined, 2)}\n`);
}

function toFile({ path, text, analysis }: CheckedFile): unknown {
  const { target, fileKind } = analysis.model;
  return {
    path,
    xen: target.xen,
    arch: target.arch,
    template: fileKind === 'template',
    findings: describeFindings(analysis.findings, text),
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
