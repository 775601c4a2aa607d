/** `prefix-match`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('prefix-match is reported where the mark says', () => {
  checkFindings(`type = "hv"
#      ^^^^ prefix-match
name = "win1"
`);
});

test('prefix-match keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
`);
});

test('the fix of prefix-match', () => {
  checkFix(
    'prefix-match',
    `type = "hv"
name = "win1"
`,
    `type = "hvm"
name = "win1"
`,
  );
});
