/** `option-too-new`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('option-too-new is reported where the mark says', () => {
  checkFindings(`# xlcfg: xen=4.9
name = "web1"
kernel = "/boot/vmlinuz"
dm_restrict = 1
#< option-too-new
`);
});

test('option-too-new keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: xen=4.13
name = "web1"
kernel = "/boot/vmlinuz"
passthrough = "default"
`);
});
