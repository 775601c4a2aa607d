/** `carriage-return`, beside the examples of its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFix, countFindings } from '../support/check';

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
