/** `byte-order-mark`: where it reports, where it keeps quiet, and what its fix leaves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFindings, checkFix, countFindings } from '../support/check';

test('byte-order-mark is reported once', () => {
  assert.equal(
    countFindings(
      `\ufeffname = "web1"
kernel = "/boot/vmlinuz"
`,
      'byte-order-mark',
    ),
    1,
  );
});

test('byte-order-mark keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('the fix of byte-order-mark', () => {
  checkFix(
    'byte-order-mark',
    `\ufeffname = "web1"
kernel = "/boot/vmlinuz"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
