/** `pv-on-arm`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of pv-on-arm', () => {
  checkFix(
    'pv-on-arm',
    `# xlcfg: arch=arm
type = "pv"
name = "web1"
kernel = "/boot/vmlinuz"
`,
    `# xlcfg: arch=arm
type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
