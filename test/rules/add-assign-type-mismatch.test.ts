/** `add-assign-type-mismatch`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('add-assign-type-mismatch is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0' ]
vif += 'bridge=xenbr1'
#      ^^^^^^^^^^^^^^^ add-assign-type-mismatch
`);
});

test('add-assign-type-mismatch keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0' ]
vif += [ 'bridge=xenbr1' ]
`);
});
