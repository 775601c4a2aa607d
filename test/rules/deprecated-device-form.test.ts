/** `deprecated-device-form`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of deprecated-device-form', () => {
  checkFix(
    'deprecated-device-form',
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ 'phy:/dev/vg/web1,xvda,w' ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ 'format=raw, vdev=xvda, access=rw, target=/dev/vg/web1' ]
`,
  );
});
