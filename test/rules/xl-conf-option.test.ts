/** `xl-conf-option`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('xl-conf-option is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
autoballoon = "off"
#< xl-conf-option
`);
});

test('xl-conf-option keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('the fix of xl-conf-option', () => {
  checkFix(
    'xl-conf-option',
    `name = "web1"
kernel = "/boot/vmlinuz"
autoballoon = "off"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
