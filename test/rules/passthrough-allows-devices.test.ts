/** `passthrough-allows-devices`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('passthrough-allows-devices keeps quiet about a right file', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
passthrough = "enabled"
`,
    REPORTING_SETTINGS,
  );
});
