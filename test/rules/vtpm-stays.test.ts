/** `vtpm-stays`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('vtpm-stays is reported where the mark says', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
vtpm = [ "backend=vtpm1" ]
#< vtpm-stays
`,
    REPORTING_SETTINGS,
  );
});

test('vtpm-stays keeps quiet about a right file', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
`,
    REPORTING_SETTINGS,
  );
});
