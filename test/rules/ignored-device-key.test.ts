/** `ignored-device-key`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('ignored-device-key is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ "brige=xenbr0" ]
#        ^^^^^ ignored-device-key
`);
});

test('ignored-device-key keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [ "bridge=xenbr0" ]
`);
});

test('the fix of ignored-device-key', () => {
  checkFix(
    'ignored-device-key',
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ "brige=xenbr0" ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
vif = [ "bridge=xenbr0" ]
`,
  );
});
