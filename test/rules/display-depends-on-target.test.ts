/** `display-depends-on-target`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('display-depends-on-target keeps quiet about a right file', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
vnc = 1
vncdisplay = 5
`,
    REPORTING_SETTINGS,
  );
});
