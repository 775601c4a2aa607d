/** `pvh-kernel-not-pvh`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('pvh-kernel-not-pvh runs a PV kernel behind the shim', () => {
  const config = 'type = "pvh"\nname = "d"\nkernel = "/boot/vmlinuz-pv-only" # ours\n';
  checkFix('pvh-kernel-not-pvh', config, 'type = "pvh"\nname = "d"\nkernel = "/boot/vmlinuz-pv-only"\npvshim = 1 # ours\n');
});
