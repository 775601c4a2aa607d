/** `split-device`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of split-device', () => {
  checkFix(
    'split-device',
    `name = "d"
kernel = "/k"
vif = [ 'mac=00:16:3e:12:34:56', 'bridge=xenbr0' ]
`,
    `name = "d"
kernel = "/k"
vif = [ 'mac=00:16:3e:12:34:56,bridge=xenbr0' ]
`,
  );
});
