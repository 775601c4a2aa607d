/** `arm-kernel-not-loadable`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('arm-kernel-not-loadable is reported where the mark says', () => {
  checkFindings(`# xlcfg: arch=arm
name = "d"
kernel = "/boot/vmlinuz-6.1.0-amd64"
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ arm-kernel-not-loadable
`);
});

test('arm-kernel-not-loadable keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: arch=arm
name = "d"
kernel = "/boot/Image"
`);
});
