/** The forms in which findings are printed, by the name that `--format` takes. */
import type { ReportFormat } from '../checked-share';
import { CHECKSTYLE_REPORTER } from './checkstyle';
import { GITHUB_REPORTER } from './github';
import { GITLAB_REPORTER } from './gitlab';
import { JSON_REPORTER } from './json';
import { JUNIT_REPORTER } from './junit';
import type { Reporter } from './reporter';
import { SARIF_REPORTER } from './sarif';
import { TEXT_REPORTER } from './text';

export const REPORTERS: Readonly<Record<ReportFormat, Reporter>> = {
  text: TEXT_REPORTER,
  json: JSON_REPORTER,
  sarif: SARIF_REPORTER,
  github: GITHUB_REPORTER,
  gitlab: GITLAB_REPORTER,
  junit: JUNIT_REPORTER,
  checkstyle: CHECKSTYLE_REPORTER,
};
