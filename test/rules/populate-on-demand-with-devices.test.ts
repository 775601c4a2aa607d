/** `populate-on-demand-with-devices`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('populate-on-demand-with-devices is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 1024
maxmem = 2048
pci = [ '01:00.0' ]
#< populate-on-demand-with-devices
`);
});

test('populate-on-demand-with-devices keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 2048
pci = [ '01:00.0' ]
`);
});
