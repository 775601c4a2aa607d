/** `nested-with-altp2m`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('nested-with-altp2m is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
nestedhvm = 1
#< nested-with-altp2m
altp2m = "external"
`);
});

test('nested-with-altp2m keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
nestedhvm = 1
`);
});
