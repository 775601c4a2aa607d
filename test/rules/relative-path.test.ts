/** `relative-path`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, messagesOf, service } from '../support/check';

function found(settings: string): readonly string[] {
  return messagesOf(`name = "d"\n${settings}\n`, 'relative-path');
}

test('kernel and ramdisk of the host are told from those on the disk of the guest', () => {
  assert.equal(found('type = "pv"\nkernel = "vmlinuz"\nramdisk = "boot/initrd"').length, 2);
  assert.deepEqual(found('type = "pv"\nbootloader = "pygrub"\nkernel = "vmlinuz"'), []);
  assert.deepEqual(found('type = "hvm"\nkernel = "hvmloader"'), []);
});

test('the old form stays where the new one would hide that a device was meant', () => {
  const fixed = service.fixAll('name = "d"\ntype = "hvm"\ndisk = ["phy:hda1,xvda,w", "phy:/dev/sda1,xvdb,w"]\n', DEFAULT_SETTINGS);
  assert.match(fixed, /"phy:hda1,xvda,w", "format=raw, vdev=xvdb, access=rw, target=\/dev\/sda1"/);
});

test('disks that another program or domain finds are left alone', () => {
  assert.deepEqual(found('type = "hvm"\ndisk = ["phy:hda1,xvda,w"]'), [
    'xl does not put `/dev/` before the target as xend did. Did you mean `/dev/hda1`?',
  ]);
  assert.equal(found('type = "hvm"\ndisk = ["a.img,raw,xvda,w"]').length, 1);
  for (const disk of ['drbd:data,xvda,w', 'vdev=xvda,backend=store,target=a.img', 'vdev=xvda,script=block-x,target=a', ',,hdc,cdrom']) {
    assert.deepEqual(found(`type = "hvm"\ndisk = ["${disk}"]`), []);
  }
});
