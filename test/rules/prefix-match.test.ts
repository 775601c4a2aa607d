/** `prefix-match`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

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
