/** `disk-depends-on-target`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('disk-depends-on-target keeps quiet about a right file', () => {
  checkFindings(
    `name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`,
    REPORTING_SETTINGS,
  );
});
