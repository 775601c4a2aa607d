/** `rombios-without-traditional`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of rombios-without-traditional', () => {
  checkFix(
    'rombios-without-traditional',
    `type = "hvm"
name = "win1"
bios = "rombios"
`,
    `type = "hvm"
name = "win1"
bios = "seabios"
`,
  );
});
