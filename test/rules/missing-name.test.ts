/** `missing-name`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('missing-name is reported where the mark says', () => {
  checkFindings(`memory = 512
#< missing-name
kernel = "/boot/vmlinuz"
`);
});

test('missing-name keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('the fix of missing-name', () => {
  checkFix(
    'missing-name',
    `memory = 512
kernel = "/boot/vmlinuz"
`,
    `name = "domain1"
memory = 512
kernel = "/boot/vmlinuz"
`,
  );
});
