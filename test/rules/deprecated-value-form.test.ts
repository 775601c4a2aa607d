/** `deprecated-value-form`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('deprecated-value-form is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
tsc_mode = 2
#          ^ deprecated-value-form
`);
});

test('deprecated-value-form keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
tsc_mode = "native"
`);
});

test('the fix of deprecated-value-form', () => {
  checkFix(
    'deprecated-value-form',
    `name = "web1"
kernel = "/boot/vmlinuz"
tsc_mode = 2
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
tsc_mode = "native"
`,
  );
});
