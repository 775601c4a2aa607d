/** What libxl refuses of devices when it creates the domain, on the exact part of the string. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, messagesOf } from '../support/check';

const HVM = 'type = "hvm"\nname = "d"\n';
const PV = 'name = "d"\nkernel = "/k"\n';

/** The parts of a text that are refused when the domain is created. */
function refusedParts(text: string): readonly string[] {
  const refused = analyze(text).findings.filter(({ ruleId }) => ruleId === 'refused-device-value');
  return refused.map(({ range }) => text.slice(range.start, range.end));
}

test('USB controllers have limits by kind and version', () => {
  const controllers = [
    'version=1,ports=4',
    'version=3,ports=16',
    'type=pv,version=5',
    'type=devicemodel,version=7',
    'version=3,ports=15',
    'ports=6',
  ];
  assert.deepEqual(refusedParts(`${HVM}usbctrl = [ ${controllers.map((each) => `"${each}"`).join(', ')} ]\n`), ['4', '16', '5', '7']);
  assert.deepEqual(refusedParts(`${PV}usbctrl = [ "ports=32", "version=2,ports=31", "type=AUTO,version=3" ]\n`), ['32', '3']);
  assert.deepEqual(refusedParts(`# xlcfg: xen=4.7\n${PV}usbctrl = [ "ports=32" ]\n`), []);
});

test('backends of disks cannot do everything', () => {
  const script = '"format=raw,vdev=xvda,script=block-x,backendtype=qdisk,target=a"';
  assert.deepEqual(refusedParts(`${PV}disk = [ ${script}, "format=raw,vdev=xvdb,colo,backendtype=phy,target=/dev/a" ]\n`), [
    'block-x',
    'colo',
  ]);
  const drive = `${HVM}disk = [ "format=raw,vdev=hdc,cdrom,backendtype=phy,target=/dev/sr0" ]\n`;
  assert.deepEqual(refusedParts(`# xlcfg: xen=4.17\n${drive}`), ['phy']);
  assert.deepEqual(refusedParts(`# xlcfg: xen=4.19\n${drive}`), []);
  const messages = ['# xlcfg: xen=4.17\n', ''].flatMap((head) => messagesOf(head + drive.replace('=phy', '=tap'), 'refused-device-value'));
  assert.deepEqual(messages, [
    'A CD drive of an HVM domain needs `qdisk`, not `tap`',
    'A CD drive of an HVM domain needs `qdisk` or `phy`, not `tap`',
  ]);
  assert.deepEqual(refusedParts(`${PV}disk = [ "format=empty,vdev=xvdc,cdrom,backendtype=phy,target=" ]\n`), []);
});

test('all functions of a PCI device need a slot', () => {
  assert.deepEqual(refusedParts(`${HVM}pci = [ "01:00.*", "02:00.*@5", "bdf=03:00.*,vslot=6", "bdf=04:00.*" ]\n`), ['01:00.*', '04:00.*']);
});

test('only one of the servers of shared directories has limits', () => {
  const share = 'tag=a,path=/a,security_model=none';
  assert.deepEqual(refusedParts(`${PV}p9 = [ "${share},max-files=5", "type=xen_9pfsd,${share},max-files=5", "${share},max-space=0" ]\n`), [
    'max-files',
  ]);
});

test('there can be 99 oem strings', () => {
  const items = Array.from({ length: 99 }, () => '"oem=x"').join(', ');
  assert.deepEqual(refusedParts(`${HVM}smbios = [ ${items} ]\n`), []);
  assert.deepEqual(refusedParts(`${HVM}smbios = [ ${items}, "oem=y", "oem=z" ]\n`), ['oem=y']);
});

test('virtio devices over MMIO have the type of the device tree', () => {
  const devices = '"type=virtio,device22,transport=mmio", "type=disk,transport=mmio"';
  assert.deepEqual(refusedParts(`# xlcfg: arch=arm\n${PV}virtio = [ ${devices} ]\n`), ['disk']);
  assert.deepEqual(refusedParts(`${PV}virtio = [ ${devices} ]\n`), []);
});
