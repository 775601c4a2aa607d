/** `vnuma-refused`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('vnuma-refused is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 1024
vcpus = 2
vnuma = [ [ "pnode=0", "size=512", "vcpus=0", "vdistances=10,20" ], [ "pnode=1", "size=512", "vcpus=0", "vdistances=20,10" ] ]
#                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ vnuma-refused
`);
});

test('vnuma-refused keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 1024
vcpus = 2
vnuma = [ [ "pnode=0", "size=512", "vcpus=0", "vdistances=10,20" ], [ "pnode=1", "size=512", "vcpus=1", "vdistances=20,10" ] ]
`);
});
