/** `hvmloader-as-kernel`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('hvmloader-as-kernel is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
kernel = "/usr/lib/xen/boot/hvmloader"
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hvmloader-as-kernel
`);
});

test('hvmloader-as-kernel keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
`);
});

test('the fix of hvmloader-as-kernel', () => {
  checkFix(
    'hvmloader-as-kernel',
    `type = "hvm"
name = "win1"
kernel = "/usr/lib/xen/boot/hvmloader"
`,
    `type = "hvm"
name = "win1"
`,
  );
});
