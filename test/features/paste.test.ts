/** What other programs call a device becomes one of the config. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textRange } from '../../server/src/text/text-range';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, applyAssist, assistsAt, DEFAULT_SETTINGS, pasteAt, service } from '../support/check';
import { CONFIG } from '../support/damaged-configs';

const PV = 'name = "a"\nkernel = "/k"\nmemory = 512\n';
const HVM = 'name = "a"\ntype = "hvm"\nmemory = 512\n';

/** What is added below a config. */
function added(config: string, pasted: string, settings = DEFAULT_SETTINGS): string | undefined {
  const after = pasteAt(`${config}$0`, pasted, settings);
  assert.ok(after?.startsWith(config) !== false, after);
  return after?.slice(config.length);
}

test('lines of lspci', () => {
  for (const line of [
    '01:00.0 VGA compatible controller: NVIDIA Corporation GK208 (rev a1)',
    '0000:01:00.0 VGA compatible controller: NVIDIA Corporation GK208 (rev a1)',
    '01:00.0 0300: 10de:1287 (rev a1)',
    '01:00.0 "VGA compatible controller" "NVIDIA Corporation" "GK208" -ra1 "" ""',
    '01:00.0',
    '01:00.0 VGA compatible controller: NVIDIA\n\tSubsystem: ASUS\n\tKernel driver in use: pciback\n',
  ])
    assert.equal(added(PV, line), 'pci = [ "01:00.0" ]', line);
  assert.equal(added(PV, '0001:03:00.1 Ethernet controller: x'), 'pci = [ "0001:03:00.1" ]');
  assert.equal(added(PV, '01:00.0 VGA: a\n01:00.1 Audio device: b\n'), 'pci = [\n    "01:00.0",\n    "01:00.1",\n]');
  assert.equal(added(PV, '00:01.0 PCI bridge: Intel\n01:00.0 VGA: a\n'), 'pci = [ "01:00.0" ]');
  assert.equal(added(PV, '00:00.0 Host bridge: Intel\n'), undefined);
});

test('lines of lsusb', () => {
  const line = 'Bus 001 Device 012: ID 046d:c52b Logitech, Inc. Unifying Receiver';
  assert.equal(added(PV, line), 'usbdev = [ "type=hostdev, hostbus=1, hostaddr=12" ]');
  assert.equal(added(PV, 'Bus 001 Device 001: ID 1d6b:0002 Linux Foundation 2.0 root hub'), undefined);
  const old = { ...DEFAULT_SETTINGS, target: { xen: '4.6', arch: 'x86' } } as const;
  assert.equal(added(HVM.replace('type', 'builder'), line, old), 'usbdevice = [ "host:046d:c52b" ]');
  assert.equal(added(PV, line, old), undefined, 'nothing hands it on to a PV domain there');
  assert.equal(
    pasteAt(`${HVM}usbdevice = [ "host:1.2" ]\n$0`, line),
    `${HVM}usbdevice = [ "host:1.2", "host:046d:c52b" ]\n`,
    'the way that the domain has already',
  );
});

test('lines of ip link', () => {
  assert.equal(
    added(
      PV,
      '5: xenbr0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000\n    link/ether 3c:ec:ef:00:11:22 brd ff:ff:ff:ff:ff:ff',
    ),
    'vif = [ "bridge=xenbr0" ]',
  );
  assert.equal(added(PV, '2: eth0: <BROADCAST,UP> mtu 1500 qdisc mq master br-lan state UP'), 'vif = [ "bridge=br-lan" ]');
  assert.equal(
    added(PV, 'xenbr1           UP             3c:ec:ef:00:11:22 <BROADCAST,MULTICAST,UP,LOWER_UP>'),
    'vif = [ "bridge=xenbr1" ]',
  );
  assert.equal(added(PV, '2: eth0: <BROADCAST,UP> mtu 1500 qdisc mq state UP'), undefined, 'a card is no bridge');
});

test('addresses of cards', () => {
  assert.equal(added(PV, '00:16:3e:12:34:56'), 'vif = [ "mac=00:16:3e:12:34:56" ]');
  assert.equal(added(PV, '00-16-3E-12-34-56'), 'vif = [ "mac=00:16:3e:12:34:56" ]');
  assert.equal(added(PV, '01:00:5e:00:00:01'), undefined, 'one of a group');
  assert.equal(added(PV, '00:16:3e-12:34:56'), undefined);
});

test('paths of block devices and images', () => {
  assert.equal(added(PV, '/dev/vg/web1'), 'disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/web1" ]');
  assert.equal(added(HVM, '/srv/a.qcow2'), 'disk = [ "format=qcow2, vdev=hda, access=rw, target=/srv/a.qcow2" ]');
  assert.equal(added(HVM, '/srv/a.iso'), 'disk = [ "format=raw, vdev=hda, access=ro, devtype=cdrom, target=/srv/a.iso" ]');
  for (const path of ['/srv/a.vmdk', '/srv/a', 'a.img', '/etc/passwd', '/srv/a b.img']) assert.equal(added(PV, path), undefined, path);
});

test('a disk takes a name that is free, like those that are there', () => {
  const paste = (disks: string, path = '/dev/x'): string =>
    pasteAt(`${HVM}disk = [ ${disks} ]\n$0`, path)?.split('vdev=').at(-1)?.split(',')[0] ?? '';
  assert.equal(paste('"vdev=xvda, target=/a"'), 'xvdb');
  assert.equal(paste('"/a,raw,hda,rw", "vdev=hdc, cdrom"'), 'hdb');
  assert.equal(paste('"vdev=sda, target=/a", "vdev=xvdb, target=/b"'), 'xvdc', 'numbers are shared');
  assert.equal(paste(['a', 'b', 'c', 'd'].map((letter) => `"vdev=hd${letter}, target=/${letter}"`).join(', ')), 'xvde');
});

test('arguments of QEMU', () => {
  assert.equal(
    added(HVM, '-drive file=/srv/a.qcow2,format=qcow2,if=ide,index=2 -cdrom /srv/b.iso'),
    'disk = [\n    "format=qcow2, vdev=hdc, access=rw, target=/srv/a.qcow2",\n    "format=raw, vdev=hda, access=ro, devtype=cdrom, target=/srv/b.iso",\n]',
  );
  assert.equal(
    added(HVM, 'qemu-system-x86_64 -m 1024 \\\n -netdev bridge,id=n0,br=virbr0 \\\n -device e1000,netdev=n0,mac=52:54:00:AA:bb:cc'),
    'vif = [ "mac=52:54:00:aa:bb:cc, bridge=virbr0, model=e1000" ]',
  );
  assert.equal(added(PV, '-device e1000,netdev=n0,mac=52:54:00:aa:bb:cc'), 'vif = [ "mac=52:54:00:aa:bb:cc" ]', 'PV has no emulated card');
  assert.equal(
    added(HVM, '-device vfio-pci,host=0000:01:00.0 -device usb-host,vendorid=0x46d,productid=0xc52b'),
    'pci = [ "01:00.0" ]\nusbdevice = [ "host:046d:c52b" ]',
  );
  assert.equal(added(HVM, '-drive "file=/srv/a b.img,format=raw"'), 'disk = [ "format=raw, vdev=hda, access=rw, target=/srv/a b.img" ]');
  for (const none of ['-m 1024', '-drive file=/a.vmdk,format=vmdk', '-drive if=pflash,file=/OVMF.fd', '- a list', '-'])
    assert.equal(added(HVM, none), undefined, none);
});

test('a list that is there grows in its own style', () => {
  const line = '01:00.0 VGA: a';
  const grow = (list: string): string | undefined => pasteAt(`${PV}pci = ${list}\n$0`, line)?.slice(PV.length + 6, -1);
  assert.equal(grow(`[ '02:00.0' ]`), `[ '02:00.0', '01:00.0' ]`);
  assert.equal(grow('[ "02:00.0", ]'), '[ "02:00.0", "01:00.0", ]');
  assert.equal(grow('[]'), '[ "01:00.0" ]');
  assert.equal(grow('[ ]'), '[ "01:00.0" ]');
  assert.equal(grow('[\n    "02:00.0", # first\n]'), '[\n    "02:00.0", # first\n    "01:00.0",\n]');
  assert.equal(grow('[\n    "02:00.0" # first\n]'), '[\n    "02:00.0", # first\n    "01:00.0"\n]');
  assert.equal(grow('[\n    "02:00.0" ]'), '[\n    "02:00.0", "01:00.0" ]');
  assert.equal(
    pasteAt(`pci = [ "02:00.0" ]\npci += [ "03:00.0" ]\n$0${PV}`, line),
    `pci = [ "02:00.0" ]\npci += [ "03:00.0", "01:00.0" ]\n${PV}`,
  );
  assert.equal(pasteAt(`${PV}pci = "02:00.0"\n$0`, line), undefined, 'no list');
  assert.equal(pasteAt(`${PV}pci = [ "02:00.0" "x" ]\n$0`, line), undefined, 'a broken one');
});

test('what is pasted into a string or a comment stays a text', () => {
  for (const fixture of ['disk = [ "$0" ]\n', 'disk = [ "a$0b" ]\n', '# see $0\n', '# see$0\nname = "a"\n'])
    assert.equal(pasteAt(fixture, '/dev/x'), undefined, fixture);
});

test('a place in the middle of something gets the statement at the end, and a selection goes away', () => {
  assert.equal(pasteAt('name = "a"$0\nmemory = 5', '01:00.0'), 'name = "a"\nmemory = 5\npci = [ "01:00.0" ]\n');
  const text = 'name = "a"\nxxx\nmemory = 5\n';
  const { edits } = service.paste(analyze(text), textRange(11, 14), '01:00.0') ?? {};
  assert.equal(applyEdits(text, edits ?? []), 'name = "a"\npci = [ "01:00.0" ]\nmemory = 5\n');
});

test('lines that were pasted as they are become devices too', () => {
  assert.equal(
    applyAssist('name = "a"\n01:00.0 VGA$0: x\npci = [ "02:00.0" ]\n', 'Add to `pci`'),
    'name = "a"\npci = [ "02:00.0", "01:00.0" ]\n',
  );
  assert.equal(
    applyAssist('name = "a"\n/dev/vg/a$0\n', 'Add to `disk`'),
    'name = "a"\ndisk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/a" ]\n',
  );
  assert.deepEqual(assistsAt('name = "a"\n/srv/notes$0\n'), []);
});

/** Every text that xl stores, with its option. */
function itemsOf(text: string): ReadonlySet<string> {
  const stored = service.store(text);
  assert.ok(stored.kind === 'settings');
  return new Set(stored.settings.flatMap(({ name, value }) => [value].flat(9).map((item) => `${name}: ${JSON.stringify(item)}`)));
}

test('whatever is pasted wherever, the statements that were there stay', () => {
  const plain = fc.constantFrom(
    '01:00.0 VGA',
    'Bus 001 Device 002: ID 046d:c52b x',
    '/dev/vg/a',
    '00:16:3e:00:00:01',
    '-drive file=/a.img,format=raw',
    '3: xenbr0: <UP> mtu',
    '/srv/a.iso',
    'nbd://h/x',
  );
  const odd = fc.constantFrom(
    '"',
    "'",
    '\\',
    '\\x',
    ',',
    '=',
    '#',
    '\n',
    '\r',
    '\0',
    ' ',
    '{{ x }}',
    '${x}',
    ']',
    ';',
    '\u{1f600}',
    '\ud800',
    '\u2028',
    '%',
  );
  // Something in the midst of what would be a device.
  const device = fc.tuple(plain, fc.array(odd, { maxLength: 2 }), fc.nat(), plain).map(([one, parts, at, other]) => {
    const place = at % (one.length + 1);
    return one.slice(0, place) + parts.join('') + one.slice(place) + (at % 3 === 0 ? `\n${other}` : '');
  });
  fc.assert(
    fc.property(CONFIG, device, fc.nat(), (config, pasted, at) => {
      // A stray last character passes only there.
      const text = `${config}\n`;
      const place = at % (text.length + 1);
      const analysis = analyze(text);
      const offer = service.paste(analysis, textRange(place, place), pasted);
      if (offer === undefined || service.store(text).kind === 'errors') return;
      const after = analyze(applyEdits(text, offer.edits));
      assert.equal(service.store(after.model.tree.text).kind, 'settings', after.model.tree.text);
      const [earlier, later] = [text, after.model.tree.text].map(itemsOf);
      for (const item of earlier ?? []) assert.ok(later?.has(item), item);
    }),
    { numRuns: 300 },
  );
});
