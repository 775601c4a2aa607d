/** `refused-device-value`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of refused-device-value', () => {
  checkFix(
    'refused-device-value',
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ "format=qcow3, vdev=xvda, target=/srv/web1.img" ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ "format=qcow2, vdev=xvda, target=/srv/web1.img" ]
`,
  );
});
