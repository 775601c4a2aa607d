/** `refused-by-traditional`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('refused-by-traditional is reported where the mark says', () => {
  checkFindings(`# xlcfg: xen=4.17
type = "hvm"
name = "win1"
device_model_version = "qemu-xen-traditional"
bios = "seabios"
#< refused-by-traditional
`);
});

test('refused-by-traditional keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: xen=4.17
type = "hvm"
name = "win1"
device_model_version = "qemu-xen-traditional"
`);
});
