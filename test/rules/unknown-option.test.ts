/** `unknown-option`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('unknown-option is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memroy = 512
#< unknown-option
vcpu = 2
#< unknown-option
`);
});

test('unknown-option keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
vcpus = 2
`);
});

test('the fix of unknown-option', () => {
  checkFix(
    'unknown-option',
    `name = "web1"
kernel = "/boot/vmlinuz"
memroy = 512
vcpu = 2
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
vcpus = 2
`,
  );
});
