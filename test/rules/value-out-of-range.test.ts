/** `value-out-of-range`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('value-out-of-range is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
mmio_hole = 128
#           ^^^ value-out-of-range
`);
});

test('value-out-of-range keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
mmio_hole = 512
`);
});
