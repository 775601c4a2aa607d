/** `unexpected-text`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('unexpected-text is reported where the mark says', () => {
  checkFindings(`name = "web"1
#           ^ unexpected-text
kernel = "/boot/vmlinuz"
`);
});

test('unexpected-text keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});
