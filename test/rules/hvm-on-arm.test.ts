/** `hvm-on-arm`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('hvm-on-arm is reported where the mark says', () => {
  checkFindings(`# xlcfg: arch=arm
type = "hvm"
#      ^^^^^ hvm-on-arm
name = "a"
`);
});

test('hvm-on-arm keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: arch=arm
type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
`);
});
