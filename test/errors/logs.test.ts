/** Whole logs as people paste them: the cause is found among what follows from it, whatever is around the messages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { service } from '../support/check';

/** The messages that are told of a log, in their order, without what stands in front of them. */
function tell(log: string): readonly string[] {
  return service.explainErrors(log).messages.map(({ message }) => message);
}

test('xl: a parse error', () => {
  const log = `Parsing config from web1.cfg
web1.cfg:3: config parsing error near \`pv': syntax error, unexpected IDENT, expecting STRING or NUMBER or '['
Failed to parse config: Invalid argument
`;
  assert.deepEqual(tell(log), [
    "web1.cfg:3: config parsing error near `pv': syntax error, unexpected IDENT, expecting STRING or NUMBER or '['",
  ]);
});

test('libxl: a disk on the host, with all that comes after it', () => {
  const log = `Parsing config from web1.cfg
libxl: error: libxl_device.c:468:libxl__device_disk_set_backend: Disk vdev=xvda failed to stat: /dev/vg0/web1: No such file or directory
libxl: error: libxl_create.c:1318:initiate_domain_create: Domain 7:Unable to set disk defaults for disk 0
libxl: error: libxl_domain.c:1183:libxl__destroy_domid: Domain 7:Non-existant domain
libxl: error: libxl_domain.c:1137:domain_destroy_callback: Domain 7:Unable to destroy guest
libxl: error: libxl_domain.c:1064:domain_destroy_cb: Domain 7:Destruction of domain failed
`;
  assert.deepEqual(tell(log), ['Disk vdev=xvda failed to stat: /dev/vg0/web1: No such file or directory']);
});

test('the domain builder: a kernel that is none', () => {
  const log = `xc: error: panic: xg_dom_core.c:689: xc_dom_find_loader: no loader found: Invalid kernel
libxl: error: libxl_dom.c:571:libxl__build_dom: xc_dom_parse_image failed
libxl: error: libxl_create.c:1640:domcreate_rebuild_done: Domain 3:cannot (re-)build domain: -3
`;
  const [first, ...others] = service.explainErrors(log).messages;
  assert.deepEqual([first?.message, first?.stage, others], ['no loader found: Invalid kernel', 'boot', []]);
});

test('pygrub: its log with a traceback', () => {
  const log = `Using <class 'grub.GrubConf.Grub2ConfigFile'> to parse /grub2/grub.cfg
Traceback (most recent call last):
  File "/usr/libexec/xen/bin/pygrub", line 987, in <module>
    raise RuntimeError("Unable to find partition containing kernel")
RuntimeError: Unable to find partition containing kernel
`;
  const [first] = service.explainErrors(log).messages;
  assert.equal(first?.program, 'pygrub');
});

test('a hotplug script: a bridge that is not there, in a journal', () => {
  const log = `Nov 26 21:01:14 dom0 root[2310]: /etc/xen/scripts/vif-bridge: online type_if=vif XENBUS_PATH=backend/vif/7/0
Nov 26 21:01:14 dom0 root[2322]: /etc/xen/scripts/vif-bridge: Could not find bridge device xenbr0
Nov 26 21:01:14 dom0 root[2325]: /etc/xen/scripts/vif-bridge: Writing backend/vif/7/0/hotplug-error Could not find bridge device xenbr0
libxl: error: libxl_exec.c:118:libxl_report_child_exitstatus: /etc/xen/scripts/vif-bridge online [14527] exited with error status 1
libxl: error: libxl_device.c:1109:device_hotplug_child_death_cb: script: Could not find bridge device xenbr0
libxl: error: libxl_create.c:1461:domcreate_attach_vtpms: unable to add nic devices
`;
  const [first, ...others] = service.explainErrors(log).messages;
  assert.deepEqual([first?.program, first?.meaning, others], ['hotplug', 'dom0 has no bridge `xenbr0`.', []]);
});

test('QEMU: libxl knows only that it ended, its log knows why', () => {
  const ended = `libxl: error: libxl_dm.c:2428:device_model_spawn_outcome: Domain 9:domain 9 device model: spawn failed (rc=-3)
libxl: error: libxl_dm.c:2648:device_model_postconfig_done: Domain 9:Post DM startup configs failed, rc=-3
libxl: error: libxl_create.c:1896:domcreate_devmodel_started: Domain 9:device model did not start: -3
`;
  const [spawn] = service.explainErrors(ended).messages;
  assert.deepEqual(spawn?.look, ['`/var/log/xen/qemu-dm-NAME.log` has what QEMU says']);
  const reason = 'qemu-system-i386: -vnc 127.0.0.1:0,to=99: Failed to find an available port: Address already in use\n';
  assert.deepEqual(tell(reason + ended), [reason.trim()]);
});

test('what is said in several lines is told once', () => {
  const log = `warning: Config file looks like it contains Python code.
warning:  Arbitrary Python is no longer supported.
warning:  See https://wiki.xen.org/wiki/PythonInXlConfig
`;
  assert.deepEqual(tell(log), ['warning: Config file looks like it contains Python code.']);
});

test('errors are told before warnings, and each once', () => {
  const log = `WARNING: specifying "tsc_mode" as an integer is deprecated. Please use the named parameter variant. e.g. tsc_mode="native"
xl: maxvcpus < vcpus
xl: maxvcpus < vcpus
`;
  assert.deepEqual(tell(log), [
    'xl: maxvcpus < vcpus',
    'WARNING: specifying "tsc_mode" as an integer is deprecated. Please use the named parameter variant. e.g. tsc_mode="native"',
  ]);
});

test('colours, times, line ends of Windows and typographic quotes do not matter', () => {
  const line = "unable to parse PCI_SPEC_STRING `01:00' for passthrough";
  const around = [
    `\u001b[31m${line}\u001b[0m`,
    `2023-01-01 12:00:00.123+0000: ${line}`,
    `Nov 26 21:01:16 dom0 xl[2211]: ${line}`,
    `${line}\r\n`,
    'unable to parse PCI_SPEC_STRING `01:00’ for passthrough',
  ];
  for (const each of around) assert.deepEqual(tell(each), [line], each);
});

test('lines that a box or a mail program joined or broke are taken apart', () => {
  const first = 'libxl: error: libxl_disk.c:343:device_disk_add: Domain 11:device already exists in xenstore';
  const second = 'libxl: error: libxl_create.c:1672:domcreate_launch_dm: Domain 11:unable to add disk devices';
  assert.deepEqual(tell(`${first} ${second}`), ['device already exists in xenstore']);
  const broken = `libxl: error: libxl_create.c:1195:libxl__domain_config_setdefault: IOMMU required
for device passthrough but not supported together with PoD`;
  assert.deepEqual(tell(broken), ['IOMMU required for device passthrough but not supported together with PoD']);
});

test('what is not known is said so, with where to look, and only where no cause is known', () => {
  const unknown = 'libxl: error: libxl_new.c:1:some_function: Domain 4:frobnication of the zorb failed';
  const follow = 'libxl: error: libxl_create.c:1640:domcreate_rebuild_done: Domain 4:cannot (re-)build domain: -3';
  const [first, second, ...others] = service.explainErrors(`${unknown}\n${follow}`).messages;
  assert.deepEqual([first?.message, first?.program, first?.causes], ['frobnication of the zorb failed', undefined, []]);
  assert.ok((first?.look.length ?? 0) > 0);
  assert.deepEqual([second?.message, others], ['cannot (re-)build domain: -3', []]);
  assert.deepEqual(tell(`${unknown}\nlibxl: error: libxl_pci.c:1:x: Domain 4:PCI device 0:2:0.0 is not assignable`), [
    'PCI device 0:2:0.0 is not assignable',
  ]);
  assert.deepEqual(tell('something else'), ['something else']);
  assert.deepEqual(tell(' \n '), []);
});

test('of a very long log the end is read, and not more is told than a person reads', () => {
  const many = Array.from({ length: 30 }, (_, index) => `Unknown on_crash action "a${index}" specified`).join('\n');
  const { messages, omitted, isCut } = service.explainErrors(`${'x'.repeat(600_000)}\n${many}`);
  assert.deepEqual([messages.length, omitted, isCut], [20, 10, true]);
});
