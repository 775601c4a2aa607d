/** `vnuma-incomplete`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('vnuma-incomplete is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 1024
vcpus = 1
vnuma = [ [ "pnode=0", "size=1024", "vcpus=0" ] ]
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ vnuma-incomplete
`);
});

test('vnuma-incomplete keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 1024
vcpus = 1
vnuma = [ [ "pnode=0", "size=1024", "vcpus=0", "vdistances=10" ] ]
`);
});
