/** `viridian-without-base`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('viridian-without-base is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
viridian = [ "freq" ]
#< viridian-without-base
`);
});

test('viridian-without-base keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
viridian = [ "base", "freq" ]
`);
});
