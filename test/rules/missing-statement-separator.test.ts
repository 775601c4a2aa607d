/** `missing-statement-separator`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('missing-statement-separator is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 512 vcpus = 2
#            ^^^^^ missing-statement-separator
`);
});

test('missing-statement-separator keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
vcpus = 2
`);
});

test('the fix of missing-statement-separator', () => {
  checkFix(
    'missing-statement-separator',
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512 vcpus = 2
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512 
vcpus = 2
`,
  );
});
