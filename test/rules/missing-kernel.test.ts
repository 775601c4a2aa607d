/** `missing-kernel`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('missing-kernel is reported where the mark says', () => {
  checkFindings(`type = "pvh"
#      ^^^^^ missing-kernel
name = "web1"
`);
});

test('missing-kernel keeps quiet about a right file', () => {
  checkFindings(`type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
`);
});
