/** `split-device`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('split-device is reported where the mark says', () => {
  checkFindings(`name = "d"
kernel = "/k"
vif = [ 'mac=00:16:3e:12:34:56', 'bridge=xenbr0' ]
#                                 ^^^^^^^^^^^^^ split-device
`);
});

test('split-device keeps quiet about a right file', () => {
  checkFindings(`name = "d"
kernel = "/k"
vif = [ 'mac=00:16:3e:12:34:56,bridge=xenbr0' ]
`);
});

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
