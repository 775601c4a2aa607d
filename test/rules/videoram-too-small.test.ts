/** `videoram-too-small`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of videoram-too-small', () => {
  checkFix(
    'videoram-too-small',
    `type = "hvm"
name = "win1"
vga = "qxl"
videoram = 64
`,
    `type = "hvm"
name = "win1"
vga = "qxl"
videoram = 128
`,
  );
});
