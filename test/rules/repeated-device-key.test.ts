/** `repeated-device-key`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('repeated-device-key is reported where the mark says', () => {
  checkFindings(`name = "d"
kernel = "/k"
vif = [ 'bridge=xenbr0,bridge=xenbr1' ]
#                      ^^^^^^ repeated-device-key
`);
});

test('repeated-device-key keeps quiet about a right file', () => {
  checkFindings(`name = "d"
kernel = "/k"
vif = [ 'bridge=xenbr0', 'bridge=xenbr1' ]
`);
});

test('the fix of repeated-device-key', () => {
  checkFix(
    'repeated-device-key',
    `name = "d"
kernel = "/k"
vif = [ 'bridge=xenbr0,bridge=xenbr1' ]
`,
    `name = "d"
kernel = "/k"
vif = [ 'bridge=xenbr0', 'bridge=xenbr1' ]
`,
  );
});
