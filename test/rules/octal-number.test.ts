/** `octal-number`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('octal-number is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 0512
#        ^^^^ octal-number
`);
});

test('octal-number keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
`);
});

test('the fix of octal-number', () => {
  checkFix(
    'octal-number',
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 0512
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
`,
  );
});
