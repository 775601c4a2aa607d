/** `pygrub-unrestricted`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function found(settings: string): number {
  return messagesOf(`name = "d"\ntype = "pv"\ndisk = ["/dev/a,raw,xvda,w"]\n${settings}\n`, 'pygrub-unrestricted').length;
}

test('what somebody has decided, and what an old release cannot restrict, is left alone', () => {
  assert.equal(found('bootloader = "/usr/lib/xen-4.17/bin/pygrub"'), 1);
  assert.equal(found('bootloader = "pygrub"\nbootloader_restrict = 0'), 0);
  assert.equal(found('bootloader = "pygrub"\nbootloader_user = "boot"'), 0);
  assert.equal(found('bootloader = "pvgrub"'), 0);
  assert.equal(found('# xlcfg: xen=4.17\nbootloader = "pygrub"'), 0);
});
