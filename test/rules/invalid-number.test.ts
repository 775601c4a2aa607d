/** `invalid-number`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('invalid-number is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 512M
#        ^^^^ invalid-number
`);
});

test('invalid-number keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
`);
});

test('the fix of invalid-number', () => {
  checkFix(
    'invalid-number',
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512M
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
`,
  );
});
