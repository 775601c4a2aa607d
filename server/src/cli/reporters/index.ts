/** The forms in which findings are printed, by the name that `--format` takes. */
import type { ReportFormat } from '../checked-share';
import { JSON_REPORTER } from './json';
import type { Reporter } from './reporter';
import { TEXT_REPORTER } from './text';

export const REPORTERS = { text: TEXT_REPORTER, json: JSON_REPORTER } satisfies Readonly<Record<ReportFormat, Reporter>>;
