/** `host-resources-stay`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('host-resources-stay is reported where the mark says', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
ioports = [ "3f8-3ff" ]
#< host-resources-stay
`,
    REPORTING_SETTINGS,
  );
});

test('host-resources-stay keeps quiet about a right file', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
`,
    REPORTING_SETTINGS,
  );
});
