/** `nested-list-item`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('nested-list-item is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0', [ 'bridge=xenbr1' ] ]
#                        ^^^^^^^^^^^^^^^^^^^ nested-list-item
`);
});

test('nested-list-item keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0', 'bridge=xenbr1' ]
`);
});
