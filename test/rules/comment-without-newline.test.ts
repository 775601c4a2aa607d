/** `comment-without-newline`, beside the examples of its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFix, countFindings } from '../support/check';

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

test('a lone hash at the end is too short for the scanner to complain', () => {
  assert.equal(countFindings('name = "web1"\nkernel = "/k"\n#', 'comment-without-newline'), 0);
});
