/** `invalid-name`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('invalid-name is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
Memory = 512
#< invalid-name
`);
});

test('invalid-name keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
`);
});

test('the fix of invalid-name', () => {
  checkFix(
    'invalid-name',
    `name = "web1"
kernel = "/boot/vmlinuz"
Memory = 512
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
`,
  );
});
