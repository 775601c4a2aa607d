/** `refused-value`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('refused-value is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
on_crash = "reboot"
#          ^^^^^^^^ refused-value
`);
});

test('refused-value keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
on_crash = "restart"
`);
});
