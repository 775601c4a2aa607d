/** The forms in which findings are printed, by the name that `--format` takes. */
import { JSON_REPORTER } from './json';
import type { Reporter } from './reporter';
import { TEXT_REPORTER } from './text';

export const REPORTERS = { text: TEXT_REPORTER, json: JSON_REPORTER } as const satisfies Readonly<Record<string, Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;
