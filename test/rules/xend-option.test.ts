/** `xend-option`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('xend-option is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vncconsole = 1
#< xend-option
`);
});

test('xend-option keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('the fix of xend-option', () => {
  checkFix(
    'xend-option',
    `name = "web1"
kernel = "/boot/vmlinuz"
vncconsole = 1
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
