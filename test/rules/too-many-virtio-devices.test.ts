/** `too-many-virtio-devices`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('too-many-virtio-devices is reported where the mark says', () => {
  checkFindings(`# xlcfg: arch=arm
name = "d"
kernel = "/boot/Image"
virtio = [ "type=virtio,device22,transport=mmio", "type=virtio,device22,transport=mmio", "type=virtio,device22,transport=mmio", "type=virtio,device22,transport=mmio", "type=virtio,device22,transport=mmio", "type=virtio,device22,transport=mmio", "type=virtio,device22,transport=mmio", "type=virtio,device22,transport=mmio", "type=virtio,device22,transport=mmio", "type=virtio,device22,transport=mmio", "type=virtio,device22,transport=mmio", "type=virtio,device22,transport=mmio" ]
#< too-many-virtio-devices
`);
});

test('too-many-virtio-devices keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: arch=arm
name = "d"
kernel = "/boot/Image"
virtio = [ "type=virtio,device22,transport=mmio" ]
`);
});
