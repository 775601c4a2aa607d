/** `populate-on-demand-with-vnuma`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('populate-on-demand-with-vnuma is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 512
vcpus = 1
vnuma = [ [ "pnode=0", "size=1024", "vcpus=0", "vdistances=10" ] ]
#< populate-on-demand-with-vnuma
`);
});

test('populate-on-demand-with-vnuma keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 1024
vcpus = 1
vnuma = [ [ "pnode=0", "size=1024", "vcpus=0", "vdistances=10" ] ]
`);
});
