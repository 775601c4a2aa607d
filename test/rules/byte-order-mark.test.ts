/** `byte-order-mark`, beside the examples of its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFix, countFindings } from '../support/check';

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
