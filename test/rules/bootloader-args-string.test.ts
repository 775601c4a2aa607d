/** `bootloader-args-string`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of bootloader-args-string', () => {
  checkFix(
    'bootloader-args-string',
    `name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
bootloader_args = "--kernel=/vmlinuz"
`,
    `name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
bootloader_args = [ "--kernel=/vmlinuz" ]
`,
  );
});
