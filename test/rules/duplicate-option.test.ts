/** `duplicate-option`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('duplicate-option is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
#< duplicate-option
memory = 1024
`);
});

test('duplicate-option keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 1024
`);
});

test('the fix of duplicate-option', () => {
  checkFix(
    'duplicate-option',
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
memory = 1024
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 1024
`,
  );
});
