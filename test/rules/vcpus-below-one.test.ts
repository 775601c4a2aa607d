/** `vcpus-below-one`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('vcpus-below-one is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 0
#       ^ vcpus-below-one
`);
});

test('vcpus-below-one keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 1
`);
});

test('the fix of vcpus-below-one', () => {
  checkFix(
    'vcpus-below-one',
    `name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 0
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 1
`,
  );
});
