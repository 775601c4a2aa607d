/** `missing-list-comma`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('missing-list-comma is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0' 'bridge=xenbr1' ]
#                     ^ missing-list-comma
`);
});

test('missing-list-comma keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0', 'bridge=xenbr1' ]
`);
});

test('the fix of missing-list-comma', () => {
  checkFix(
    'missing-list-comma',
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0' 'bridge=xenbr1' ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0', 'bridge=xenbr1' ]
`,
  );
});
