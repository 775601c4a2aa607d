/** `option-ignored-for-arch`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('option-ignored-for-arch is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
gic_version = "v3"
#< option-ignored-for-arch
`);
});

test('option-ignored-for-arch keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: arch=arm
name = "web1"
kernel = "/boot/vmlinuz"
gic_version = "v3"
`);
});
