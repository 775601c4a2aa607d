/** `root-disk-not-found`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function missing(settings: string, disk = '"/dev/vg/a,raw,xvda,w"'): readonly string[] {
  return messagesOf(`name = "d"\ntype = "pv"\nkernel = "/k"\ndisk = [ ${disk} ]\n${settings}\n`, 'root-disk-not-found');
}

test('the command line counts, and without it the extra words', () => {
  const found = ['No disk of this config is `/dev/xvdb` in the guest; it has `xvda`'];
  assert.deepEqual(missing('extra = "quiet root=/dev/xvdb ro"'), found);
  assert.deepEqual(missing('cmdline = "root=/dev/xvdb"\nroot = "/dev/xvdc"'), found);
  assert.deepEqual(missing('cmdline = "root=/dev/xvda"\nroot = "/dev/xvdc"'), []);
});

test('a partition that is a disk of its own is no other partition', () => {
  assert.equal(missing('root = "/dev/xvda2"', '"/dev/vg/a,raw,xvda1,w"').length, 1);
  assert.deepEqual(missing('root = "/dev/xvda1"', '"/dev/vg/a,raw,xvda1,w"'), []);
});

test('other names of the disk, and disks that are found in another way, are left alone', () => {
  for (const root of ['/dev/hda1', '/dev/sda', 'LABEL=root', 'UUID=1', '/dev/mapper/vg-root', '/dev/vg/root', '/dev/nfs', '/dev/ram0']) {
    assert.deepEqual(missing(`root = "${root}"`), []);
  }
  assert.deepEqual(missing('root = "/dev/xvde1"', '"/dev/vg/a,raw,sda1,w"'), []);
  assert.deepEqual(missing('root = "/dev/xvdb"\npci = ["01:00.0"]'), []);
  assert.deepEqual(missing('root = "/dev/xvdb"\nbootloader = "pygrub"'), []);
});
