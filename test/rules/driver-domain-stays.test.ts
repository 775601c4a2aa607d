/** `driver-domain-stays`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('driver-domain-stays is reported where the mark says', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
driver_domain = 1
#< driver-domain-stays
`,
    REPORTING_SETTINGS,
  );
});

test('driver-domain-stays keeps quiet about a right file', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
`,
    REPORTING_SETTINGS,
  );
});
