/** `populate-on-demand-with-altp2m`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('populate-on-demand-with-altp2m is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 1024
maxmem = 2048
altp2m = "mixed"
#< populate-on-demand-with-altp2m
`);
});

test('populate-on-demand-with-altp2m keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 2048
altp2m = "mixed"
`);
});
