/** When two disks are one device. */
import { test } from 'node:test';
import { expectCreateErrors, HEADS } from '../support/create-errors';

test('names and numbers of one device', () => {
  for (const other of ['51712', 'd0p0', '0xca00']) {
    const disks = `disk = [ "vdev=${other}, target=/dev/a", "vdev=xvda, target=/dev/b" ]\n`;
    expectCreateErrors(HEADS.pv + disks, ['duplicate-vdev: xvda']);
  }
});

test('a virtio disk has a number of its own', () => {
  expectCreateErrors(`${HEADS.pv}disk = [ "vdev=xvda, target=/dev/a", "vdev=xvda, specification=virtio, target=/dev/b" ]\n`);
});
