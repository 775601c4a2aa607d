/** `option-without-effect`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('option-without-effect is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
device_model = "/usr/lib/xen/bin/qemu-dm"
#< option-without-effect
`);
});

test('option-without-effect keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
`);
});

test('the fix of option-without-effect', () => {
  checkFix(
    'option-without-effect',
    `type = "hvm"
name = "win1"
device_model = "/usr/lib/xen/bin/qemu-dm"
`,
    `type = "hvm"
name = "win1"
`,
  );
});
