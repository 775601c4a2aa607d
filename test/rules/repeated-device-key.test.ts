/** `repeated-device-key`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

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
