/** `missing-companion-option`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('missing-companion-option is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
device_model_override = "/opt/qemu/bin/qemu-system-i386"
#< missing-companion-option
`);
});

test('missing-companion-option keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
device_model_version = "qemu-xen"
device_model_override = "/opt/qemu/bin/qemu-system-i386"
`);
});
