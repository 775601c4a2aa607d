/** `maxvcpus-below-vcpus`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('maxvcpus-below-vcpus is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 4
maxvcpus = 2
#          ^ maxvcpus-below-vcpus
`);
});

test('maxvcpus-below-vcpus keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 2
maxvcpus = 4
`);
});

test('the fix of maxvcpus-below-vcpus', () => {
  checkFix(
    'maxvcpus-below-vcpus',
    `name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 4
maxvcpus = 2
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 4
maxvcpus = 4
`,
  );
});
