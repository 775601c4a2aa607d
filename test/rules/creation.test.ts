/** What libxl refuses to create, each beside its neighbours that it creates. */
import { test } from 'node:test';
import { expectCreateErrors, HEADS } from '../support/create-errors';

test('a framebuffer that counts, and displays that nobody looks at', () => {
  const twice = 'vnclisten=0.0.0.0:1,vncdisplay=2';
  const error = ['framebuffer-display-twice: 2'];
  expectCreateErrors(`${HEADS.pv}vfb = [ "${twice}" ]\n`, error);
  expectCreateErrors(`${HEADS.pvh}vfb = [ "vnc=1,${twice}" ]\n`, error);
  expectCreateErrors(`${HEADS.hvm}vfb = [ "${twice}" ]\n`);
  expectCreateErrors(`${HEADS.pv}vfb = [ "vnc=0,${twice}" ]\n`);
  expectCreateErrors(`${HEADS.pv}vfb = [ "vnc=1", "${twice}" ]\n`);
  expectCreateErrors(`${HEADS.pv}vfb = [ "vnclisten=0.0.0.0:1,vncdisplay=0" ]\n`);
});

test('xl makes a framebuffer of the VNC options of a PV domain', () => {
  const options = 'vnclisten = ":2"\nvncdisplay = 3\n';
  expectCreateErrors(`${HEADS.pv}vnc = 1\n${options}`, ['framebuffer-display-twice: 3']);
  expectCreateErrors(`${HEADS.pv}${options}`);
  expectCreateErrors(`${HEADS.pvh}vnc = 1\n${options}`);
  expectCreateErrors(`${HEADS.pv}vnc = 1\nvfb = [ "vnc=1" ]\n${options}`);
});

test('weights and caps of the usual schedulers', () => {
  for (const weight of ['0', '"-2"', '65536']) {
    expectCreateErrors(`${HEADS.pv}cpu_weight = ${weight}\n`, [`scheduler-refuses-value: ${weight}`]);
  }
  for (const weight of ['1', '65535', '"-1"']) expectCreateErrors(`${HEADS.pv}cpu_weight = ${weight}\n`);
  expectCreateErrors(`${HEADS.pv}cap = 101\n`, ['scheduler-refuses-value: 101']);
  expectCreateErrors(`${HEADS.pv}vcpus = 2\nmaxvcpus = 4\ncap = 401\n`, ['scheduler-refuses-value: 401']);
  expectCreateErrors(`${HEADS.pv}vcpus = 2\nmaxvcpus = 4\ncap = 400\n`);
  expectCreateErrors(`${HEADS.pv}pool = "realtime"\ncpu_weight = 70000\ncap = 500\n`);
});

test('numbers of network interfaces', () => {
  const expect = (items: string, ...expected: readonly string[]): void => {
    expectCreateErrors(`${HEADS.hvm}vif = [ ${items} ]\n`, expected);
  };
  expect('"", "devid=0"', 'duplicate-vif-id: 0');
  expect('"devid=1", "mtu=1500"', 'duplicate-vif-id: mtu=1500');
  expect('"devid=3", "devid=3"', 'duplicate-vif-id: 3');
  expect('"devid=-2", "devid=0"', 'duplicate-vif-id: 0');
  expect('"devid=0", "", "devid=5", "devid=4"');
  expectCreateErrors(`${HEADS.hvm}vif = [ "", "devid=0" ]\n`, [], { xen: '4.8' });
});

test('a PCI device is passed through once', () => {
  expectCreateErrors(`${HEADS.hvm}pci = [ "01:00.0", "0000:01:00.0" ]\n`, ['duplicate-pci-device: 0000:01:00.0']);
});

test('USB devices and their ports', () => {
  const [one, two, three] = ['hostbus=1,hostaddr=1', 'hostbus=1,hostaddr=2', 'hostbus=1,hostaddr=3'];
  const expect = (controllers: string, devices: readonly string[], ...expected: readonly string[]): void => {
    const items = devices.map((device) => `"${device}"`).join(', ');
    const usbctrl = controllers === '' ? '' : `usbctrl = [ "${controllers}" ]\n`;
    const errors = expected.map((device) => `usb-device-refused: ${device}`);
    expectCreateErrors(`${HEADS.pv}${usbctrl}usbdev = [ ${items} ]\n`, errors);
  };
  expect('', [`${one},controller=0`], `${one},controller=0`);
  expect('', [one, `${two},controller=0`]);
  expect('', [one, one], one);
  expect('', ['hostaddr=2'], 'hostaddr=2');
  expect('ports=1', [`${one},controller=0`, `${two},controller=0`], `${two},controller=0`);
  expect('ports=1', [one, two, `${three},controller=1`]);
  expect('ports=2', [`${one},controller=0,port=2`, `${two},controller=0,port=2`], `${two},controller=0,port=2`);
  expect('ports=2', [`${one},controller=0,port=9`]);
});

test('graphics passthrough needs a card, or the name of its kind', () => {
  expectCreateErrors(`${HEADS.hvm}gfx_passthru = 1\n`, ['gfx-passthru-without-device: 1']);
  expectCreateErrors(`${HEADS.hvm}gfx_passthru = "default"\n`, ['gfx-passthru-without-device: "default"']);
  for (const rest of ['gfx_passthru = 0', 'gfx_passthru = "igd"', 'gfx_passthru = 1\npci = [ "00:02.0" ]']) {
    expectCreateErrors(`${HEADS.hvm}${rest}\n`);
  }
  expectCreateErrors(`${HEADS.hvm}device_model_version = "qemu-xen-traditional"\ngfx_passthru = 1\n`);
});

test('only HVM domains have stub domains, which matters where QEMU is needed', () => {
  const stubdomain = 'device_model_stubdomain_override = 1\n';
  const error = ['stubdomain-without-hvm: device_model_stubdomain_override'];
  const needing = [
    'vfb = [ "vnc=1" ]',
    'disk = [ "/a,qcow2,xvda,rw" ]',
    'channel = [ "connection=pty,name=a" ]',
    'usbctrl = [ "type=qusb" ]',
  ];
  for (const device of needing) {
    expectCreateErrors(`${HEADS.pv}${stubdomain}${device}\n`, error);
    expectCreateErrors(`${HEADS.pvh}${stubdomain}${device}\n`, error);
    expectCreateErrors(`${HEADS.pv}${device}\n`);
  }
  expectCreateErrors(`${HEADS.pv}${stubdomain}vnc = 1\n`, error);
  const others = [
    'disk = [ "/a,raw,xvda,rw" ]',
    'disk = [ "/a,qcow2,xvda,rw,backend=storage" ]',
    'channel = [ "connection=pty,name=a,backend=x" ]',
  ];
  for (const device of others) expectCreateErrors(`${HEADS.pv}${stubdomain}${device}\n`);
});

test('the video memory comes out of the first node', () => {
  const domain = (size: number, rest = ''): string =>
    `name = "d"\ntype = "hvm"\n${rest}memory = ${size}\nvnuma = [ [ "pnode=0", "size=${size}", "vcpus=0", "vdistances=10" ] ]\n`;
  const node = (size: number): string => `vnuma-refused: [ "pnode=0", "size=${size}", "vcpus=0", "vdistances=10" ]`;
  expectCreateErrors(domain(7), [node(7)]);
  expectCreateErrors(domain(8), [node(8)]);
  expectCreateErrors(domain(9));
  expectCreateErrors(domain(15, 'stdvga = 1\n'), [node(15)]);
  expectCreateErrors(domain(7, 'vga = "none"\n'));
  expectCreateErrors(domain(5, 'device_model_version = "qemu-xen-traditional"\n'));
});

test('a negative limit to the memory is a very large one', () => {
  const domain = `${HEADS.hvm}shadow_memory = 8\nmaxmem = "-1"\npci = [ "01:00.0" ]\n`;
  expectCreateErrors(domain, ['populate-on-demand-with-devices: pci']);
});

test('the name of dom0', () => {
  expectCreateErrors('name = "Domain-0"\nkernel = "/boot/vmlinuz"\n', ['reserved-name: "Domain-0"']);
  expectCreateErrors('name = "domain-0"\nkernel = "/boot/vmlinuz"\n');
});
