/** `value-too-new`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('value-too-new is reported where the mark says', () => {
  checkFindings(`# xlcfg: xen=4.6
name = "web1"
kernel = "/boot/vmlinuz"
on_crash = "soft-reset"
#          ^^^^^^^^^^^^ value-too-new
`);
});

test('value-too-new keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: xen=4.7
name = "web1"
kernel = "/boot/vmlinuz"
on_crash = "soft-reset"
`);
});
