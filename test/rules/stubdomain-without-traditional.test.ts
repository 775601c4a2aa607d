/** `stubdomain-without-traditional`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('stubdomain-without-traditional is reported where the mark says', () => {
  checkFindings(`# xlcfg: xen=4.13
type = "hvm"
name = "win1"
device_model_stubdomain_override = 1
#< stubdomain-without-traditional
`);
});

test('stubdomain-without-traditional keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: xen=4.13
type = "hvm"
name = "win1"
device_model_version = "qemu-xen-traditional"
device_model_stubdomain_override = 1
`);
});
