/** `add-assign-number`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('add-assign-number is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
memory += 256
#         ^^^ add-assign-number
`);
});

test('add-assign-number keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 768
`);
});
