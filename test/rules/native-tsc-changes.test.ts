/** `native-tsc-changes`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('native-tsc-changes is reported where the mark says', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
tsc_mode = "native"
#          ^^^^^^^^ native-tsc-changes
`,
    REPORTING_SETTINGS,
  );
});

test('native-tsc-changes keeps quiet about a right file', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
tsc_mode = "default"
`,
    REPORTING_SETTINGS,
  );
});
