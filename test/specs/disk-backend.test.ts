/** Disks that no backend can serve, and those that one can. */
import { test } from 'node:test';
import { expectCreateErrors, HEADS } from '../support/create-errors';
import type { XenVersion } from '../../server/src/schema/xen-version';

function expectDisk(
  disk: string,
  marked: string | undefined,
  { type = 'pv', xen = '4.17' }: { type?: 'pv' | 'hvm'; xen?: XenVersion } = {},
) {
  const expected = marked === undefined ? [] : [`refused-device-value: ${marked}`];
  expectCreateErrors(`${HEADS[type]}disk = [ "${disk}" ]\n`, expected, { xen });
}

test('nothing is at an empty target, but not every backend looks', () => {
  expectDisk('vdev=xvda, target=', 'vdev=xvda, target=');
  expectDisk('vdev=xvda, backendtype=phy, target=', 'vdev=xvda, backendtype=phy, target=');
  expectDisk('vdev=xvda, backend=0, target=', 'vdev=xvda, backend=0, target=');
  expectDisk('vdev=xvda, backendtype=qdisk, target=', undefined);
  expectDisk('vdev=xvda, backend=storage, target=', undefined);
  expectDisk('vdev=xvda, script=block-x, target=', undefined);
  expectDisk('vdev=xvda, devtype=cdrom, target=', undefined);
});

test('an image with a script', () => {
  expectDisk('format=qcow2, vdev=xvda, script=block-x, target=a', 'block-x');
  expectDisk('format=raw, vdev=xvda, script=block-x, target=a', undefined);
  expectDisk('format=qcow2, vdev=xvda, target=/a', undefined);
});

test('a CD drive of an HVM domain is served by QEMU, which has no scripts', () => {
  expectDisk('vdev=hdc, devtype=cdrom, script=block-x, target=a', 'block-x', { type: 'hvm' });
  expectDisk('nbd:a,hdc:cdrom,r', 'nbd', { type: 'hvm' });
  expectDisk('vdev=hdc, devtype=cdrom, script=block-x, target=a', undefined, { type: 'hvm', xen: '4.6' });
});

test('the backend tap came and went', () => {
  for (const xen of ['4.13', '4.17', '4.18'] as const) expectDisk('vdev=xvda, backendtype=tap, target=/a', 'tap', { xen });
  for (const xen of ['4.12', '4.19'] as const) expectDisk('vdev=xvda, backendtype=tap, target=/a', undefined, { xen });
  expectDisk('format=vhd, vdev=xvda, script=block-x, target=/a', undefined, { xen: '4.19' });
});

test('a virtio disk is raw, and has no script', () => {
  expectDisk('format=qcow2, vdev=xvda, specification=virtio, target=/a', 'qcow2');
  expectDisk('vdev=xvda, specification=virtio, script=x, target=/a', 'x');
  expectDisk('format=raw, vdev=xvda, specification=virtio, target=/a', undefined);
});
