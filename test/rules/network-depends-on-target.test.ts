/** `network-depends-on-target`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('network-depends-on-target keeps quiet about a right file', () => {
  checkFindings(
    `name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
vif = [ "bridge=xenbr0" ]
`,
    REPORTING_SETTINGS,
  );
});
