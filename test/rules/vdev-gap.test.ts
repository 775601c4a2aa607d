/** `vdev-gap`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function gapsOf(...vdevs: readonly string[]): readonly string[] {
  const disks = vdevs.map((vdev) => `"format=raw, vdev=${vdev}, target=/dev/vg/a"`);
  return messagesOf(`name = "d"\nkernel = "/k"\ndisk = [ ${disks.join(', ')} ]\n`, 'vdev-gap');
}

test('behind the last letter nobody counts', () => {
  assert.deepEqual(gapsOf('xvdaa'), ['There is no disk `xvdz` before `xvdaa`']);
  assert.deepEqual(gapsOf('xvdab'), []);
});
