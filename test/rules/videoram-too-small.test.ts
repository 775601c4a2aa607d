/** `videoram-too-small`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('videoram-too-small is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
vga = "qxl"
videoram = 64
#          ^^ videoram-too-small
`);
});

test('videoram-too-small keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
vga = "qxl"
videoram = 128
`);
});

test('the fix of videoram-too-small', () => {
  checkFix(
    'videoram-too-small',
    `type = "hvm"
name = "win1"
vga = "qxl"
videoram = 64
`,
    `type = "hvm"
name = "win1"
vga = "qxl"
videoram = 128
`,
  );
});
