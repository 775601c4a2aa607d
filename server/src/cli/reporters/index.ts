/** The forms in which findings are printed, by the name that `--format` takes. */
import type { Output } from '../output';
import { reportJson } from './json';
import type { ReportedFile } from './reported-file';
import { reportText, type TextReportOptions } from './text';

export type Reporter = (files: readonly ReportedFile[], options: TextReportOptions) => Output | string;

export const REPORTERS = { text: reportText, json: reportJson } as const satisfies Readonly<Record<string, Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;
