/** `vnuma-blocks-migration`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('vnuma-blocks-migration is reported where the mark says', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
vcpus = 1
memory = 512
vnuma = [ [ "pnode=0", "size=512", "vcpus=0", "vdistances=10" ] ]
#< vnuma-blocks-migration
`,
    REPORTING_SETTINGS,
  );
});

test('vnuma-blocks-migration keeps quiet about a right file', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
vcpus = 1
memory = 512
`,
    REPORTING_SETTINGS,
  );
});
