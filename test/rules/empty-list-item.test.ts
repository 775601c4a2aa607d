/** `empty-list-item`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('empty-list-item is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0', , 'bridge=xenbr1' ]
#                        ^ empty-list-item
`);
});

test('empty-list-item keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0', 'bridge=xenbr1', ]
`);
});

test('the fix of empty-list-item', () => {
  checkFix(
    'empty-list-item',
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0', , 'bridge=xenbr1' ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0',  'bridge=xenbr1' ]
`,
  );
});
