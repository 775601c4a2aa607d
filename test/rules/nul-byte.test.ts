/** `nul-byte`: where it reports, where it keeps quiet, and what its fix leaves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFindings, countFindings } from '../support/check';

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

test('nul-byte keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});
