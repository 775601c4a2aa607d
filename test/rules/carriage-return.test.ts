/** `carriage-return`: where it reports, where it keeps quiet, and what its fix leaves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFindings, checkFix, countFindings } from '../support/check';

test('carriage-return is reported once', () => {
  assert.equal(
    countFindings(
      `name = "web1"\r
kernel = "/boot/vmlinuz"\r
`,
      'carriage-return',
    ),
    1,
  );
});

test('carriage-return keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('the fix of carriage-return', () => {
  checkFix(
    'carriage-return',
    `name = "web1"\r
kernel = "/boot/vmlinuz"\r
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
