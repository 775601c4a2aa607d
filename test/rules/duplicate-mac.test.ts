/** `duplicate-mac`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('duplicate-mac is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [
  "mac=00:16:3e:00:00:01, bridge=xenbr0",
  "mac=00:16:3E:00:00:01, bridge=xenbr1",
#      ^^^^^^^^^^^^^^^^^ duplicate-mac
]
`);
});

test('duplicate-mac keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vif = [
  "mac=00:16:3e:00:00:01, bridge=xenbr0",
  "mac=00:16:3e:00:00:02, bridge=xenbr1",
]
`);
});
