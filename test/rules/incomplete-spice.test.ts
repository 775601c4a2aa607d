/** `incomplete-spice`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('incomplete-spice is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
spice = 1
#< incomplete-spice
spiceport = 6000
`);
});

test('incomplete-spice keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
spice = 1
spiceport = 6000
spicedisable_ticketing = 1
`);
});
