/** `rombios-without-traditional`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('rombios-without-traditional is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
bios = "rombios"
#      ^^^^^^^^^ rombios-without-traditional
`);
});

test('rombios-without-traditional keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
bios = "seabios"
`);
});

test('the fix of rombios-without-traditional', () => {
  checkFix(
    'rombios-without-traditional',
    `type = "hvm"
name = "win1"
bios = "rombios"
`,
    `type = "hvm"
name = "win1"
bios = "seabios"
`,
  );
});
