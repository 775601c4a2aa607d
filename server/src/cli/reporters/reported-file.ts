/** What a report says of one config, without all that led to it. */
import type { Finding, Severity, Target, ValidatedModel } from '../../language-service';
import type { CheckedFile } from '../config-files';

export interface ReportedFile {
  readonly path: string;
  readonly text: string;
  readonly target: Target;
  readonly fileKind: ValidatedModel['fileKind'];
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
}

export function toReportedFile({ path, text, analysis: { model, findings, counts } }: CheckedFile): ReportedFile {
  return { path, text, target: model.target, fileKind: model.fileKind, findings, counts };
}
