/** `semicolon-in-list`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('semicolon-in-list is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0'; 'bridge=xenbr1' ]
#                      ^ semicolon-in-list
`);
});

test('semicolon-in-list keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0', 'bridge=xenbr1' ]
`);
});

test('the fix of semicolon-in-list', () => {
  checkFix(
    'semicolon-in-list',
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0'; 'bridge=xenbr1' ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ 'bridge=xenbr0', 'bridge=xenbr1' ]
`,
  );
});
