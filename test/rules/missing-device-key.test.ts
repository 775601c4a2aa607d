/** `missing-device-key`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of missing-device-key takes a name that is free', () => {
  checkFix(
    'missing-device-key',
    'name = "a"\nkernel = "/k"\ndisk = [ "vdev=xvda,target=/a", "format=raw, target=/b" ]\n',
    'name = "a"\nkernel = "/k"\ndisk = [ "vdev=xvda,target=/a", "vdev=xvdb,format=raw, target=/b" ]\n',
  );
});
