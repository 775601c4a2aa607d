/** `bootloader-ignored-for-hvm`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('bootloader-ignored-for-hvm is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
bootloader = "pygrub"
#< bootloader-ignored-for-hvm
`);
});

test('bootloader-ignored-for-hvm keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
`);
});

test('the fix of bootloader-ignored-for-hvm', () => {
  checkFix(
    'bootloader-ignored-for-hvm',
    `type = "hvm"
name = "win1"
bootloader = "pygrub"
`,
    `type = "hvm"
name = "win1"
`,
  );
});
