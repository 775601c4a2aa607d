/** `nomigrate-prevents-nothing`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('nomigrate-prevents-nothing is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
nomigrate = 1
#< nomigrate-prevents-nothing
`);
});

test('nomigrate-prevents-nothing keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
nomigrate = 0
`);
});
