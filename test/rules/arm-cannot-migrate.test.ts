/** `arm-cannot-migrate`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('arm-cannot-migrate keeps quiet about a right file', () => {
  checkFindings(
    `# xlcfg: arch=arm
name = "d"
kernel = "/boot/Image"
`,
    REPORTING_SETTINGS,
  );
});
