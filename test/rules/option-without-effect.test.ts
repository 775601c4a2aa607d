/** `option-without-effect`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of option-without-effect', () => {
  checkFix(
    'option-without-effect',
    `type = "hvm"
name = "win1"
device_model = "/usr/lib/xen/bin/qemu-dm"
`,
    `type = "hvm"
name = "win1"
`,
  );
});
