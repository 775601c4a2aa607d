/** `wrong-value-type`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('wrong-value-type is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = "512 MB"
#        ^^^^^^^^ wrong-value-type
vif = "bridge=xenbr0"
#     ^^^^^^^^^^^^^^^ wrong-value-type
`);
});

test('wrong-value-type keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = "512"
vif = [ "bridge=xenbr0" ]
`);
});

test('the fix of wrong-value-type', () => {
  checkFix(
    'wrong-value-type',
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = "512 MB"
vif = "bridge=xenbr0"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
vif = [ "bridge=xenbr0" ]
`,
  );
});
