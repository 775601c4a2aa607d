/** `builder-contradicts-type`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('builder-contradicts-type is reported where the mark says', () => {
  checkFindings(`type = "pvh"
builder = "hvm"
#         ^^^^^ builder-contradicts-type
#< option-deprecated
name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('builder-contradicts-type keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
`);
});

test('the fix of builder-contradicts-type', () => {
  checkFix(
    'builder-contradicts-type',
    `type = "pvh"
builder = "hvm"
name = "web1"
kernel = "/boot/vmlinuz"
`,
    `type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
