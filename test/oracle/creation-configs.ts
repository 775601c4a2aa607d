/** Configs that xl mostly reads, at the edges of what libxl looks at when it creates the domain. */
import fc from 'fast-check';
import { analyze, DEFAULT_SETTINGS } from '../support/check';
import { REAL_TARGET } from '../support/real-xl';

type Lines = fc.Arbitrary<string>;

/** One of some texts; those that stand more than once come up more often. */
function oneOf(...texts: readonly string[]): Lines {
  return fc.constantFrom(...texts);
}

/** `name = value` with one of some values, as they are written in a config. */
function setting(name: string, ...values: readonly string[]): Lines {
  // xl reads negative numbers in quotes only.
  return oneOf(...values).map((value) => `${name} = ${value.startsWith('-') ? `"${value}"` : value}`);
}

function quoted(name: string, ...values: readonly string[]): Lines {
  return setting(name, ...values.map((value) => `"${value}"`));
}

/** Some of several settings, in the order in which they stand here. */
function some(...parts: readonly Lines[]): Lines {
  return fc.tuple(...parts.map((part) => fc.option(part, { nil: undefined }))).map(joinLines);
}

/** Each of several settings. */
function all(...parts: readonly Lines[]): Lines {
  return fc.tuple(...parts).map(joinLines);
}

function joinLines(lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined && line !== '').join('\n');
}

/** Fields of a device string; of those that may be missing, some are left out. */
function device(needed: readonly Lines[], optional: readonly Lines[], last: readonly Lines[] = []): Lines {
  const chosen = [...needed, ...optional.map((field) => fc.option(field, { nil: '', freq: 2 })), ...last];
  return fc.tuple(...chosen).map((fields) => fields.filter((field) => field !== '').join(','));
}

function list(name: string, item: Lines, maxLength = 3): Lines {
  return fc.array(item, { minLength: 1, maxLength }).map((items) => `${name} = [ ${items.map((each) => `"${each}"`).join(', ')} ]`);
}

const VDEVS = [
  ...['xvda', 'xvda', 'xvdb', 'xvdz', 'xvdaa', 'xvda1', 'xvda15', 'xvda255', 'xvda256', 'xvd'],
  ...['hda', 'hda', 'hdb', 'hdc', 'hdd', 'hde', 'hda1', 'hda63', 'hda64', 'hd', 'sda', 'sdb', 'sdp', 'sdq', 'sda15', 'sda16', 'sd'],
  ...['d0p0', 'd0p1', 'd1p0', 'd1048575p0', 'd1048576p0', 'd0p256', '768', '769', '832', '0', '1', '51712', '51728', '0x300', '2147483647'],
  ...['2147483648', '268435456', 'vda', 'XVDA', 'foo', 'xvda01', 'nvme0', 'sdaa', 'hdaa', '5632', '2048', '2064'],
];

const disk: Lines = device(
  [oneOf(...VDEVS).map((vdev) => `vdev=${vdev}`)],
  [
    oneOf('format=raw', 'format=raw', 'format=raw', 'format=qcow2', 'format=qcow', 'format=vhd', 'format=qed', 'format=empty'),
    oneOf('access=rw', 'access=rw', 'access=r', 'access=ro', 'access=w'),
    oneOf('devtype=cdrom', 'cdrom', 'devtype=disk', 'devtype=disk', ''),
    oneOf('backendtype=phy', 'backendtype=qdisk', 'backendtype=tap', 'backendtype=standalone', '', '', '', ''),
    oneOf('backend=0', 'backend=dd', 'backend=Domain-0', 'backend=', '', '', '', '', '', ''),
    oneOf('script=block-foo', 'script=/etc/x', 'script=', '', '', '', '', '', ''),
    oneOf('specification=xen', 'specification=virtio', '', '', '', '', '', ''),
    oneOf('direct-io-safe', 'discard', 'no-discard', 'colo', 'no-colo', '', '', '', '', '', ''),
  ],
  [oneOf('target=/dev/a', 'target=/dev/a', 'target=/dev/b', 'target=/x.img', 'target=', 'target=nbd:h:1', 'target=/a,b')],
);

const oldDisk: Lines = fc
  .tuple(
    oneOf('', '', 'phy:', 'file:', 'raw:', 'qcow2:', 'vhd:', 'tap:aio:', 'tap2:qcow2:', 'nbd:', 'iscsi:', 'drbd:', 'enbd:'),
    oneOf('/dev/a', '/dev/b', '/x.img', ''),
    oneOf(...VDEVS),
    oneOf('', '', '', ':cdrom', ':disk'),
    oneOf('w', 'w', 'r', 'rw', 'ro'),
  )
  .map(([prefix, target, vdev, devtype, access]) => `${prefix}${target},${vdev}${devtype},${access}`);

const positionalDisk: Lines = fc
  .tuple(
    oneOf('/dev/a', '/dev/b', ''),
    oneOf('raw', 'qcow2', 'vhd', '', 'empty'),
    oneOf(...VDEVS),
    oneOf('rw', 'r', ''),
    oneOf('', ',cdrom'),
  )
  .map(([target, format, vdev, access, tail]) => `${target},${format},${vdev},${access}${tail}`);

const goodDisk = oneOf(
  '/dev/a,raw,xvda,rw',
  '/dev/a,raw,hda,rw',
  '/dev/a,raw,sda,rw',
  '/dev/b,qcow2,xvdb,rw',
  '/c.iso,,hdc,cdrom',
  ',empty,hdc,cdrom',
);

const vif: Lines = device(
  [],
  [
    oneOf('type=vif', 'type=ioemu', 'type=ioemu', ''),
    oneOf('model=e1000', 'model=rtl8139', 'model=virtio-net', 'model=', 'model=netfront', 'model=x', ''),
    oneOf('devid=0', 'devid=0', 'devid=1', 'devid=2', 'devid=5', 'devid=65536', '', '', ''),
    oneOf('mac=00:16:3e:00:00:01', 'mac=00:16:3e:00:00:02', 'mac=01:00:00:00:00:00', ''),
    oneOf('mtu=1500', 'mtu=68', 'mtu=67', 'mtu=65535', 'mtu=65536', 'mtu=0', '', '', ''),
    oneOf('rate=10Mb/s', 'rate=1Kb/s', 'rate=1GB/s@20ms', '', '', ''),
    oneOf('bridge=xenbr0', 'vifname=vif-x', 'vifname=a-very-long-name-for-an-interface', 'ip=10.0.0.1', 'trusted', 'untrusted', ''),
    oneOf('backend=0', 'backend=net', 'script=vif-route', 'script=', 'gatewaydev=eth0', '', '', ''),
  ],
);

const vfb: Lines = device(
  [],
  [
    oneOf('vnc=1', 'vnc=1', 'vnc=0', ''),
    oneOf('vnclisten=0.0.0.0', 'vnclisten=0.0.0.0:1', 'vnclisten=:2', 'vnclisten=::1', ''),
    oneOf('vncdisplay=0', 'vncdisplay=1', 'vncdisplay=2', 'vncdisplay=-1', ''),
    oneOf('vncunused=1', 'vncunused=0', '', 'vncpasswd=x', 'sdl=1', 'keymap=de'),
  ],
);

const usbDevice: Lines = device(
  [oneOf('hostbus=1', 'hostbus=1', 'hostbus=1', 'hostbus=2', 'hostbus=200', 'hostbus=300', '')],
  [
    oneOf('controller=0', 'controller=1', 'controller=3', '', ''),
    oneOf('port=1', 'port=2', 'port=8', 'port=9', 'port=0', '', ''),
    oneOf('type=hostdev', ''),
  ],
  [oneOf('hostaddr=3', 'hostaddr=3', 'hostaddr=4', 'hostaddr=5', 'hostaddr=6', 'hostaddr=300')],
);

const usbController: Lines = device(
  [],
  [
    oneOf('type=auto', 'type=pv', 'type=qusb', 'type=devicemodel', '', ''),
    oneOf('version=1', 'version=2', 'version=3', 'version=0', 'version=4', '', ''),
    oneOf('ports=1', 'ports=2', 'ports=8', 'ports=15', 'ports=16', 'ports=32', 'ports=0', '', ''),
  ],
);

const pci = oneOf(
  ...['01:00.0', '01:00.0', '0000:01:00.0', '01:00.1', '02:00.0', '01:00.*', '01:00.0@5', '01:00.0@6', '02:00.0@5', '01:00.0,permissive=1'],
  ...[
    '01:00.0,msitranslate=1',
    '01:00.0,power_mgmt=1',
    '01:00.0,seize=1',
    '01:00.0,rdm_policy=strict',
    '02:00.0,rdm_policy=relaxed',
    '0001:01:00.0',
  ],
);

const vkb: Lines = device(
  [oneOf('backend-type=qemu', 'backend-type=linux')],
  [
    oneOf('unique-id=k', 'unique-id=', ''),
    oneOf('feature-multi-touch=1,multi-touch-width=9', 'multi-touch-width=100', 'multi-touch-num-contacts=2', 'width=100', ''),
    oneOf('backend=0', 'backend=kbd', 'feature-abs-pointer=1', ''),
  ],
);

const channel: Lines = device(
  [oneOf('connection=pty', 'connection=pty', 'connection=socket,path=/x', 'connection=socket,path=/y')],
  [oneOf('name=org.a', 'name=org.b'), oneOf('backend=0', 'backend=chan', '', '', ''), oneOf('name=org.a', 'path=/z')],
);

const NODE_SIZES = ['256', '256', '512', '4', '8', '16', '1', '128'];
const NODE_VCPUS = ['0', '1', '0-1', '1', '0-1', '2', '2-3', '0,1'];
const DISTANCES = ['10,20', '20,10', '10', '20', '10,10', '11,10', '10,20,30', '20,10,20', '20,20,10'];

const vnumaNode = fc.record({
  size: oneOf(...NODE_SIZES),
  vcpus: oneOf(...NODE_VCPUS),
  distances: oneOf(...DISTANCES),
  pnode: oneOf('0', '0', '1', '7'),
});

/** With as much memory and as many vCPUs as the nodes have, because xl refuses anything else. */
const vnuma: Lines = fc.array(vnumaNode, { minLength: 1, maxLength: 3 }).map((nodes) => {
  const items = nodes.map(
    ({ pnode, size, vcpus, distances }) => `[ "pnode=${pnode}", "size=${size}", "vcpus=${vcpus}", "vdistances=${distances}" ]`,
  );
  const memory = nodes.reduce((sum, { size }) => sum + Number(size), 0);
  const vcpus = nodes.reduce((sum, node) => sum + (/[-,]/.test(node.vcpus) ? 2 : 1), 0);
  return `vnuma = [ ${items.join(', ')} ]
maxmem = ${memory}
memory = ${memory}
vcpus = ${vcpus}
maxvcpus = ${vcpus}`;
});

const video: Lines = all(
  some(
    quoted('vga', 'stdvga', 'cirrus', 'qxl', 'none'),
    setting('stdvga', '0', '1'),
    setting('videoram', '0', '1', '4', '7', '8', '9', '15', '16', '32', '64', '127', '128', '-1', '4096'),
  ),
);

const vnc: Lines = some(
  setting('vnc', '0', '1', '1'),
  quoted('vnclisten', '0.0.0.0', '0.0.0.0:1', ':2', '127.0.0.1'),
  setting('vncdisplay', '0', '1', '3'),
  setting('vncunused', '0', '1'),
  quoted('vncpasswd', '', 'x', '12345678', '123456789'),
  setting('sdl', '0', '1'),
);

const spice: Lines = some(
  setting('spice', '1', '1', '0'),
  setting('spiceport', '0', '5900', '-1'),
  setting('spicetls_port', '0', '5901'),
  setting('spicedisable_ticketing', '0', '1', '1'),
  quoted('spicepasswd', '', 'secret'),
  setting('spiceusbredirection', '-1', '0', '1', '4', '5'),
  setting('spicevdagent', '0', '1'),
);

const deviceModel: Lines = some(
  quoted('device_model_version', 'qemu-xen', 'qemu-xen', 'qemu-xen-traditional', 'qemu-xen-traditional'),
  setting('device_model_stubdomain_override', '0', '1', '1'),
  quoted('device_model_user', 'root', 'nobody'),
  setting('dm_restrict', '0', '1'),
  quoted('stubdomain_kernel', '/s'),
  quoted('stubdomain_ramdisk', '/r'),
  setting('stubdomain_memory', '0', '32', '128'),
  quoted('device_model_override', '/dm'),
  quoted('device_model_machine', 'pc', 'q35', ''),
);

const firmware: Lines = some(
  quoted('bios', 'seabios', 'ovmf', 'rombios', 'unknown', 'SEABIOS'),
  quoted('bios_path_override', '/b'),
  quoted('kernel', '/k', '/usr/lib/hvmloader', ''),
  quoted('ramdisk', '/r', ''),
  quoted('cmdline', 'a', ''),
  quoted('extra', 'b'),
  quoted('root', '/dev/xvda'),
  quoted('system_firmware', '/s'),
  quoted('acpi_firmware', '/f'),
  quoted('smbios_firmware', '/f'),
);

const memory: Lines = some(
  setting('maxmem', '64', '128', '256', '512', '1024', '2048', '0', '-1', '1048576'),
  setting('shadow_memory', '0', '1', '8', '4096', '-1', '99999999'),
  setting('hap', '0', '1'),
  setting('iommu', '1'),
  setting('pod', '1'),
  setting('max_grant_frames', '0', '1', '64', '4095'),
  setting('max_maptrack_frames', '0', '1', '1024'),
  setting('max_event_channels', '0', '1', '1023', '-1'),
  setting('max_grant_version', '0', '1', '2'),
  setting('claim_mode', '0', '1'),
);

const scheduler: Lines = some(
  setting('cpu_weight', '0', '1', '2', '256', '65535', '65536', '-1', '-2', '100000'),
  setting('cap', '0', '1', '50', '100', '101', '200', '400', '401', '-1', '-2', '65535', '65536'),
  setting('period', '0', '5', '1000', '10000', '-1'),
  setting('budget', '0', '5', '1000', '-1'),
  setting('slice', '0', '5'),
  setting('latency', '0', '5'),
  setting('extratime', '0', '1'),
  setting('vcpus', '1', '2', '4', '128'),
  setting('maxvcpus', '1', '2', '4', '128', '129', '512'),
);

const cpus: Lines = some(
  setting('vcpus', '0', '1', '2', '-1', '33', '128', '300'),
  setting('maxvcpus', '0', '1', '2', '128', '300', '5000'),
  quoted('cpus', 'all', '0-3', '1', '300', 'nodes:0', 'all,^0'),
  quoted('cpus_soft', 'all', '0-3'),
  quoted('cpuid', 'host,sse3=0', 'host'),
  quoted('pool', 'Pool-0', '0', 'Pool-0'),
);

const paging: Lines = some(
  setting('nestedhvm', '0', '1', '1'),
  setting('altp2m', '"disabled"', '"mixed"', '"external"', '"limited"', '0', '1'),
  setting('altp2mhvm', '0', '1'),
  setting('hap', '0', '1'),
  quoted('passthrough', 'disabled', 'enabled', 'sync_pt', 'share_pt', 'default'),
  setting('maxmem', '512', '1024'),
  setting('nomigrate', '0', '1'),
  setting('vpmu', '0', '1'),
);

const platform: Lines = some(
  setting('acpi', '0', '1'),
  setting('apic', '0', '1'),
  setting('pae', '0', '1'),
  setting('nx', '0', '1'),
  setting('hpet', '0', '1'),
  setting(
    'viridian',
    '0',
    '1',
    '[ "all" ]',
    '[ "base" ]',
    '[ "freq" ]',
    '[ "!base" ]',
    '[ "defaults", "!base" ]',
    '[ "time_ref_count", "base" ]',
  ),
  setting('viridian', '[ "defaults" ]', '[ "base", "!freq" ]', '[ "all", "!base" ]', '[ "hcall_remote_tlb_flush" ]'),
  quoted('tsc_mode', 'default', 'native', 'native_paravirt', 'always_emulate'),
  setting('timer_mode', '"delay_for_missed_ticks"', '"one_missed_tick_pending"', '"unknown"', '1', '3'),
  setting('rtc_timeoffset', '0', '3600', '-3600'),
  setting('localtime', '0', '1'),
  setting('mmio_hole', '256', '512', '2048', '3840'),
  setting('mca_caps', '[ "lmce" ]', '[ ]'),
  setting('ms_vm_genid', '"generate"', '"none"'),
  setting('e820_host', '0', '1'),
  setting('xend_suspend_evtchn_compat', '0', '1'),
  setting('vendor_device', '"none"', '"xenserver"'),
  quoted('hdtype', 'ide', 'ahci'),
  quoted('boot', 'c', 'dc', 'xyz', ''),
  setting('vuart', '"sbsa_uart"', '"unknown"'),
  setting('acpi_s3', '0', '1'),
  setting('suppress_spurious_page_faults', '1'),
);

const emulated: Lines = some(
  setting('usb', '0', '1'),
  setting('usbversion', '-1', '0', '1', '2', '3', '4'),
  setting('usbdevice', '"tablet"', '[ "tablet" ]', '[ "tablet", "mouse" ]', '""', '[ "host:1.2" ]'),
  quoted('soundhw', 'ac97', 'hda', 'es1370', 'hda,ac97', 'all', '', 'sb16', 'pcspk', 'HDA', 'x'),
  setting('serial', '"pty"', '[ "pty", "pty" ]', '""', '[ "pty" ]'),
  setting('xen_platform_pci', '0', '1'),
  setting('vkb_device', '0', '1'),
  setting('nographic', '0', '1'),
  setting('gfx_passthru', '0', '1', '"default"', '"igd"', '"IGD"'),
  list('pci', oneOf('00:02.0', '01:00.0'), 1),
);

const resources: Lines = some(
  setting('ioports', '[ "3f8" ]', '[ "3f8-3ff" ]', '[ "ffff" ]', '[ "10000" ]', '[ "0" ]', '[ "ffff-10000" ]'),
  setting('irqs', '[ 5 ]', '[ 0 ]', '[ 255 ]', '[ 2147483648 ]', '[ 5, 5 ]'),
  setting('iomem', '[ "f0,1" ]', '[ "f0,1@2" ]', '[ "0,0" ]', '[ "fffff,10" ]'),
  setting('rdm', '"strategy=host,policy=strict"', '"strategy=host,policy=relaxed"'),
  list('pci', pci, 2),
  setting('dtdev', '[ "/soc/x" ]', '[ ]'),
  setting('pci_permissive', '0', '1'),
  setting('rdm_mem_boundary', '0', '2048'),
  setting('device_tree', '"/x"'),
);

const events: Lines = some(
  quoted('on_poweroff', 'destroy', 'soft-reset', 'coredump-destroy'),
  quoted('on_soft_reset', 'soft-reset', 'destroy'),
  quoted('on_crash', 'preserve'),
  quoted('init_seclabel', 'system_u:system_r:domU_t'),
  setting('driver_domain', '0', '1'),
  quoted('uuid', '61b01e61-0b60-4b2a-9ed7-bd8a5a6a40a0', '00000000-0000-0000-0000-000000000000'),
  setting('xenstore_quota', '"x"'),
  setting('pvshim', '0', '1'),
  quoted('pvshim_path', '/shim'),
  quoted('pvshim_cmdline', 'a'),
);

const bootloader: Lines = some(
  quoted('bootloader', 'pygrub', '/bl', ''),
  setting('bootloader_args', '[ "a" ]', '[ ]'),
  setting('disk', '[ "/dev/a,raw,xvda,rw" ]', '[ ]', '[ "/dev/a,raw,xvda,rw,backend=dd" ]', '[ ",empty,hdc,cdrom" ]'),
);

/** What creation looks at, each subject with how often it comes up. */
const SUBJECTS: readonly { readonly weight: number; readonly arbitrary: Lines }[] = [
  { weight: 8, arbitrary: list('disk', disk) },
  { weight: 4, arbitrary: list('disk', fc.oneof(oldDisk, positionalDisk)) },
  { weight: 4, arbitrary: list('disk', goodDisk, 2) },
  { weight: 4, arbitrary: list('vif', vif) },
  { weight: 4, arbitrary: list('vfb', vfb, 2) },
  { weight: 3, arbitrary: some(list('usbctrl', usbController, 2), list('usbdev', usbDevice)) },
  { weight: 3, arbitrary: list('pci', pci) },
  { weight: 2, arbitrary: list('vkb', vkb, 2) },
  { weight: 3, arbitrary: list('channel', channel, 2) },
  {
    weight: 2,
    arbitrary: list('vtpm', oneOf('backend=tpm', 'backend=0', 'backend=tpm,uuid=61b01e61-0b60-4b2a-9ed7-bd8a5a6a40a0', 'backend=1x'), 2),
  },
  {
    weight: 1,
    arbitrary: list('vdispl', oneOf('connectors=0:800x600', 'backend=0,connectors=0:800x600', 'be-alloc=1,connectors=a:1x1;b:2x2'), 2),
  },
  {
    weight: 1,
    arbitrary: list(
      'p9',
      oneOf('tag=t,path=/a,security_model=none', 'tag=t,path=/a,security_model=none,backend=0', 'tag=u,path=/b,security_model=none'),
      2,
    ),
  },
  { weight: 1, arbitrary: list('pvcalls', oneOf('backend=0', 'backend=net')) },
  {
    weight: 1,
    arbitrary: oneOf('vsnd = [ [ "card, backend=0, short-name=c", "pcm, name=p", "stream, type=p" ] ]', 'vsnd = [ [ "card" ] ]'),
  },
  {
    weight: 1,
    arbitrary: list('virtio', oneOf('type=virtio,device22,transport=mmio', 'type=virtio,device,transport=mmio,grant_usage=1'), 2),
  },
  { weight: 3, arbitrary: vnuma },
  { weight: 4, arbitrary: video },
  { weight: 4, arbitrary: vnc },
  { weight: 4, arbitrary: spice },
  { weight: 7, arbitrary: deviceModel },
  { weight: 6, arbitrary: firmware },
  { weight: 4, arbitrary: memory },
  { weight: 4, arbitrary: scheduler },
  { weight: 2, arbitrary: cpus },
  { weight: 4, arbitrary: paging },
  { weight: 6, arbitrary: platform },
  { weight: 5, arbitrary: emulated },
  { weight: 3, arbitrary: resources },
  { weight: 2, arbitrary: events },
  { weight: 2, arbitrary: bootloader },
];

const head = fc.oneof(
  { weight: 6, arbitrary: oneOf('type = "hvm"', 'type = "hvm"', 'builder = "hvm"') },
  { weight: 2, arbitrary: oneOf('type = "pv"\nkernel = "/k"', 'kernel = "/k"', 'bootloader = "pygrub"\ndisk = [ "/dev/a,raw,xvda,rw" ]') },
  { weight: 2, arbitrary: oneOf('type = "pvh"\nkernel = "/k"', 'type = "pvh"\nkernel = "/k"\nramdisk = "/r"\ncmdline = "a"') },
);
const name = fc.oneof(
  { weight: 40, arbitrary: fc.constant('d') },
  { weight: 1, arbitrary: oneOf('Domain-0', 'a/b', 'a b', '12', 'dd', 'Pool-0') },
);
const size = fc.oneof(
  { weight: 20, arbitrary: fc.constant('memory = 512') },
  { weight: 3, arbitrary: setting('memory', '256', '128', '64', '0', '-1', '4') },
  { weight: 1, arbitrary: fc.constant('') },
);

/** What xl refuses to read never gets to creation; that the project knows those is for the other tests. */
function isReadable(text: string): boolean {
  const { findings } = analyze(text, { ...DEFAULT_SETTINGS, target: REAL_TARGET });
  return !findings.some(({ severity, stage }) => severity === 'error' && stage === 'parse');
}

/** A head that decides the type, and a few subjects; where one comes up twice, the later setting counts. */
export const creationConfig: fc.Arbitrary<string> = fc
  .tuple(name, head, size, fc.array(fc.oneof(...SUBJECTS), { minLength: 1, maxLength: 4 }))
  .map(([domain, type, least, subjects]) => `${joinLines([`name = "${domain}"`, type, least, ...subjects])}\n`)
  .filter(isReadable);
