/** `firmware-taken-as-path`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('firmware-taken-as-path is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
firmware = "ovmv"
#          ^^^^^^ firmware-taken-as-path
`);
});

test('firmware-taken-as-path keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
firmware = "ovmf"
`);
});
