/** `refused-combination`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('refused-combination is reported where the mark says', () => {
  checkFindings(`type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
firmware = "pvgrub64"
#< refused-combination
`);
});

test('refused-combination keeps quiet about a right file', () => {
  checkFindings(`type = "pvh"
name = "web1"
firmware = "pvgrub64"
`);
});
