/** `vnuma-mismatch`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('vnuma-mismatch is reported where the mark says', () => {
  checkFindings(`type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
maxmem = 1024
#        ^^^^ vnuma-mismatch
vnuma = [ [ "pnode=0", "size=512", "vcpus=0", "vdistances=10" ] ]
`);
});

test('vnuma-mismatch keeps quiet about a right file', () => {
  checkFindings(`type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
maxmem = 512
vnuma = [ [ "pnode=0", "size=512", "vcpus=0", "vdistances=10" ] ]
`);
});
