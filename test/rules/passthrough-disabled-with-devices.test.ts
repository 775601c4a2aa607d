/** `passthrough-disabled-with-devices`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('passthrough-disabled-with-devices is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
passthrough = "disabled"
pci = [ '01:00.0' ]
#< passthrough-disabled-with-devices
`);
});

test('passthrough-disabled-with-devices keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
pci = [ '01:00.0' ]
`);
});
