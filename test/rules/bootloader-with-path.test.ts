/** `bootloader-with-path`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of bootloader-with-path', () => {
  checkFix(
    'bootloader-with-path',
    `name = "web1"
bootloader = "/usr/bin/pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`,
    `name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`,
  );
});
