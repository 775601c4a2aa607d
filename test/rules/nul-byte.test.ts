/** `nul-byte`, beside the examples of its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countFindings } from '../support/check';

test('nul-byte is reported once', () => {
  assert.equal(
    countFindings(
      `name = "web\u00001"
kernel = "/boot/vmlinuz"
`,
      'nul-byte',
    ),
    1,
  );
});
