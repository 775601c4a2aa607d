/** `empty-bootloader-args`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of empty-bootloader-args', () => {
  checkFix(
    'empty-bootloader-args',
    `name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
bootloader_args = ""
`,
    `name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`,
  );
});
