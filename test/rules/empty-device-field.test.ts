/** `empty-device-field`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

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
