/** `pv-on-arm`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('pv-on-arm is reported where the mark says', () => {
  checkFindings(`# xlcfg: arch=arm
type = "pv"
#      ^^^^ pv-on-arm
name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('pv-on-arm keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: arch=arm
type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
`);
});

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
