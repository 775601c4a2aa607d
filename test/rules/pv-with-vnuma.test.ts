/** `pv-with-vnuma`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('pv-with-vnuma is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vnuma = [ [ "pnode=0", "size=512", "vcpus=0", "vdistances=10" ] ]
#< pv-with-vnuma
`);
});

test('pv-with-vnuma keeps quiet about a right file', () => {
  checkFindings(`type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
vnuma = [ [ "pnode=0", "size=512", "vcpus=0", "vdistances=10" ] ]
`);
});
