/** `nested-guests-are-lost`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('nested-guests-are-lost is reported where the mark says', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
nestedhvm = 1
#< nested-guests-are-lost
`,
    REPORTING_SETTINGS,
  );
});

test('nested-guests-are-lost keeps quiet about a right file', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
`,
    REPORTING_SETTINGS,
  );
});
