/** `typographic-quotes`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('typographic-quotes is reported where the mark says', () => {
  checkFindings(`name = “web1”
#      ^^^^^^ typographic-quotes
kernel = "/boot/vmlinuz"
`);
});

test('typographic-quotes keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('the fix of typographic-quotes', () => {
  checkFix(
    'typographic-quotes',
    `name = “web1”
kernel = "/boot/vmlinuz"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
