/** What becomes of device strings in the domain, and in the outline. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_TARGET } from '../../server/src/schema/target';
import { readCpuList } from '../../server/src/specs/cpu-list/cpu-list-spec';
import { USBDEV_SPEC } from '../../server/src/specs/usb/usb-specs';
import { readViridian } from '../../server/src/specs/viridian/viridian-spec';
import { analyze, service } from '../support/check';

/** The devices of a kind in the domain that a setting makes. */
function devicesOf(kind: string, setting: string): unknown {
  const domain = service.explain(analyze(`name = "d"\nkernel = "/k"\n${setting}\n`));
  return (domain as Readonly<Record<string, unknown>>)[kind];
}

test('PCI devices with one function and with all of them', () => {
  assert.deepEqual(devicesOf('pcidevs', 'pci = [ "01:02.3", "02:00.*@5" ]'), [
    { rdm_policy: 'strict', bus: 1, dev: 2, func: 3, vfunc_mask: 1 },
    { rdm_policy: 'strict', bus: 2, vfunc_mask: 0xffff_ffff, vdevfn: 40 },
  ]);
});

test('connectors of a display, whose zeros are left out', () => {
  assert.deepEqual(devicesOf('vdispls', 'vdispl = [ "connectors=a:1920x1080;b:640x0" ]'), [
    {
      devid: 0,
      connectors: [
        { unique_id: 'a', width: 1920, height: 1080 },
        { unique_id: 'b', width: 640 },
      ],
    },
  ]);
});

test('kinds and addresses of network cards', () => {
  assert.deepEqual(devicesOf('nics', 'vif = [ "type=ioemu", "type=vif,mac=00:16:3e:00:00:01", "bridge=br0" ]'), [
    { devid: 0, nictype: 'vif_ioemu' },
    { devid: 1, nictype: 'vif', mac: '00:16:3e:00:00:01' },
    { devid: 2, bridge: 'br0' },
  ]);
});

test('both ends of channels', () => {
  assert.deepEqual(devicesOf('channels', 'channel = [ "connection=pty,name=a", "connection=socket,path=/run/b,name=b" ]'), [
    { devid: 0, name: 'a', 'connection.pty': {} },
    { devid: 1, name: 'b', 'connection.socket': { path: '/run/b' } },
  ]);
});

test('memory ranges, with a place in the guest or without', () => {
  const { b_info: info } = service.explain(analyze('name = "d"\nkernel = "/k"\niomem = [ "a0000,20", "fe,1@80" ]\n')) as {
    readonly b_info: Readonly<Record<string, unknown>>;
  };
  assert.deepEqual(info['iomem'], [
    { start: 0xa0000, number: 0x20 },
    { start: 0xfe, number: 1, gfn: 0x80 },
  ]);
});

test('a USB device has a title once bus and number are there', () => {
  const titleOf = (text: string): unknown => USBDEV_SPEC.title?.(text, { target: DEFAULT_TARGET, domainType: 'hvm' });
  assert.notEqual(titleOf('hostbus=1,hostaddr=2'), undefined);
  assert.equal(titleOf('hostbus=1'), undefined);
  assert.equal(titleOf('hostaddr=2'), undefined);
});

test('the last word on each Viridian group counts', () => {
  assert.deepEqual(readViridian(['Base', '!freq', 'freq', 'stimer', '!stimer', 'unheard']), {
    enabled: new Set([0, 1]),
    disabled: new Set([8]),
    hasDefaults: false,
  });
  assert.deepEqual(readViridian(['defaults', '!base']), { enabled: new Set(), disabled: new Set([0]), hasDefaults: true });
  assert.equal(readViridian(['all', '!base']).enabled.size, 63);
});

test('the CPUs of a list depend on the host where it names all of them, or nodes', () => {
  assert.deepEqual(readCpuList('0-5,^3', undefined), [0, 1, 2, 4, 5]);
  assert.equal(readCpuList('all,^3', undefined), undefined);
  assert.equal(readCpuList('nodes:0', undefined), undefined);
  assert.deepEqual(readCpuList('all,^1', 4), [0, 2, 3]);
  assert.equal(readCpuList('nodes:0', 4), undefined);
});
