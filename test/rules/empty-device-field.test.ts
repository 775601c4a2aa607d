/** `empty-device-field`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('empty-device-field is reported where the mark says', () => {
  checkFindings(`name = "d"
kernel = "/k"
vif = [ 'bridge=xenbr0, ' ]
#                     ^^ empty-device-field
`);
});

test('empty-device-field keeps quiet about a right file', () => {
  checkFindings(`name = "d"
kernel = "/k"
vif = [ 'bridge=xenbr0' ]
`);
});

test('the fix of empty-device-field', () => {
  checkFix(
    'empty-device-field',
    `name = "d"
kernel = "/k"
vif = [ 'bridge=xenbr0, ' ]
`,
    `name = "d"
kernel = "/k"
vif = [ 'bridge=xenbr0' ]
`,
  );
});
