/** `bootloader-ignored-for-hvm`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of bootloader-ignored-for-hvm', () => {
  checkFix(
    'bootloader-ignored-for-hvm',
    `type = "hvm"
name = "win1"
bootloader = "pygrub"
`,
    `type = "hvm"
name = "win1"
`,
  );
});
