/** `vnc-ignored`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('vnc-ignored is reported where the mark says', () => {
  checkFindings(`type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
vnc = 1
#< vnc-ignored
`);
});

test('vnc-ignored keeps quiet about a right file', () => {
  checkFindings(`type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
vfb = [ "vnc=1" ]
`);
});
