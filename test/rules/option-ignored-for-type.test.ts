/** `option-ignored-for-type`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('option-ignored-for-type is reported where the mark says', () => {
  checkFindings(`type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
boot = "cd"
#< option-ignored-for-type
`);
});

test('option-ignored-for-type keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
boot = "cd"
`);
});
