/** `escape-dropped`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('escape-dropped is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
extra = "a\\101b"
#         ^^^^ escape-dropped
`);
});

test('escape-dropped keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
extra = "aAb"
`);
});
