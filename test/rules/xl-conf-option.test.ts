/** `xl-conf-option`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of xl-conf-option', () => {
  checkFix(
    'xl-conf-option',
    `name = "web1"
kernel = "/boot/vmlinuz"
autoballoon = "off"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
