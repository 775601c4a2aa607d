/** `option-deprecated`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of option-deprecated', () => {
  checkFix(
    'option-deprecated',
    `builder = "hvm"
name = "win1"
`,
    `type = "hvm"
name = "win1"
`,
  );
});
