/** `pci-blocks-migration`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('pci-blocks-migration is reported where the mark says', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
pci = [ '01:00.0' ]
#        ^^^^^^^ pci-blocks-migration
`,
    REPORTING_SETTINGS,
  );
});

test('pci-blocks-migration keeps quiet about a right file', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
`,
    REPORTING_SETTINGS,
  );
});
