/** `direct-boot-without-kernel`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of direct-boot-without-kernel', () => {
  checkFix(
    'direct-boot-without-kernel',
    `type = "hvm"
name = "win1"
ramdisk = "/boot/initrd.img"
`,
    `type = "hvm"
name = "win1"
`,
  );
});
