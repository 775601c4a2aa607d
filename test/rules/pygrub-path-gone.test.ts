/** `pygrub-path-gone`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

test('the link is gone since 4.19', () => {
  const found = (xen: string, id: string) =>
    messagesOf(`# xlcfg: xen=${xen}\nname = "d"\nmemory = 512\nbootloader = "/usr/bin/pygrub"\ndisk = ["/d,raw,xvda,w"]\n`, id).length;
  assert.equal(found('4.18', 'pygrub-path-gone'), 0);
  assert.equal(found('4.18', 'bootloader-with-path'), 1);
  assert.equal(found('4.19', 'pygrub-path-gone'), 1);
  assert.equal(found('4.19', 'bootloader-with-path'), 0);
});
