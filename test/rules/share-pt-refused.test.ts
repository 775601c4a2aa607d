/** `share-pt-refused`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('share-pt-refused is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
passthrough = "share_pt"
#             ^^^^^^^^^^ share-pt-refused
`);
});

test('share-pt-refused keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
passthrough = "share_pt"
`);
});
