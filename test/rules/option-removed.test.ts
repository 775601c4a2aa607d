/** `option-removed`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('option-removed is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
pvh = 1
#< option-removed
`);
});

test('option-removed keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('the fix of option-removed', () => {
  checkFix(
    'option-removed',
    `name = "web1"
kernel = "/boot/vmlinuz"
pvh = 1
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
