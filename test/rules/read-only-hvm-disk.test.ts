/** Which read-only disks QEMU would have to emulate. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';
import { expectCreateErrors, HEADS } from '../support/create-errors';

test('a disk without letters counts as the one before the first', () => {
  expectCreateErrors(`${HEADS.hvm}disk = [ "vdev=xvd, access=r, target=/dev/a" ]\n`, ['read-only-hvm-disk: r']);
});

test('a device that is only a number is not emulated', () => {
  checkFindings(`
type = "hvm"
name = "d"
memory = 1024
disk = [ "vdev=768, access=r, target=/dev/a" ]
#              ^^^ disk-not-emulated
`);
});

test('a disk of a driver domain cannot be reached by QEMU in dom0, whatever the domain is called', () => {
  for (const backend of ['storage', '0', 'Domain-0']) {
    expectCreateErrors(`${HEADS.hvm}disk = [ "vdev=hda, access=r, backend=${backend}, target=/dev/a" ]\n`);
  }
});

test('a stub domain with QEMU gets every disk', () => {
  const model = 'device_model_version = "qemu-xen"\ndevice_model_stubdomain_override = 1\n';
  const disk = 'disk = [ "vdev=hda, access=r, backend=storage, target=/dev/a" ]\n';
  expectCreateErrors(HEADS.hvm + model + disk, ['read-only-hvm-disk: r']);
});

test('the old device model does not look', () => {
  const disk = 'disk = [ "vdev=hda, access=r, target=/dev/a" ]\n';
  expectCreateErrors(`${HEADS.hvm}device_model_version = "qemu-xen-traditional"\n${disk}`);
  expectCreateErrors(`${HEADS.hvm}device_model_stubdomain_override = 1\n${disk}`);
  expectCreateErrors(`${HEADS.hvm}device_model_stubdomain_override = 1\n${disk}`, ['read-only-hvm-disk: r'], { xen: '4.21' });
});
