/** `comment-without-newline`: where it reports, where it keeps quiet, and what its fix leaves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFindings, checkFix, countFindings } from '../support/check';

test('comment-without-newline is reported once', () => {
  assert.equal(
    countFindings(
      `name = "web1"
kernel = "/boot/vmlinuz"
# end of file`,
      'comment-without-newline',
    ),
    1,
  );
});

test('comment-without-newline keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
# end of file
`);
});

test('the fix of comment-without-newline', () => {
  checkFix(
    'comment-without-newline',
    `name = "web1"
kernel = "/boot/vmlinuz"
# end of file`,
    `name = "web1"
kernel = "/boot/vmlinuz"
# end of file
`,
  );
});
