/** `bootloader-with-path`, beside the examples of its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFix, messagesOf } from '../support/check';

test('the fix of bootloader-with-path', () => {
  checkFix(
    'bootloader-with-path',
    `# xlcfg: xen=4.18
name = "web1"
bootloader = "/usr/bin/pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`,
    `# xlcfg: xen=4.18
name = "web1"
bootloader = "pygrub"
disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]
`,
  );
});

test('a pygrub of one package', () => {
  const text = 'name = "web1"\nbootloader = "/usr/lib/xen-4.4/bin/pygrub"\ndisk = [ "format=raw, vdev=xvda, target=/dev/vg/web1" ]\n';
  assert.match(messagesOf(text, 'bootloader-with-path')[0] ?? '', /one package of Xen only/);
  checkFix('bootloader-with-path', text, text.replace('/usr/lib/xen-4.4/bin/pygrub', 'pygrub'));
  assert.deepEqual(messagesOf(text.replace('xen-4.4', 'xen'), 'bootloader-with-path'), []);
});
