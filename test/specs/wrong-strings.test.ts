/** What is wrong in strings of rarer devices, marked where it stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFindings, DEFAULT_SETTINGS, messagesOf } from '../support/check';

const PV = 'name = "d"\nmemory = 512\nkernel = "/k"\n';

test('a channel on a socket says where it is', () => {
  checkFindings(`${PV}channel = [ "connection=socket,name=a" ]
#            ^^^^^^^^^^^^^^^^^^^^^^^^ missing-device-key
`);
});

test('a list of CPUs has some left to run on', () => {
  const cpus = `${PV}vcpus = 2\ncpus = "2,^2"\n`;
  checkFindings(`${cpus}#       ^^^^ malformed-device\n`);
  checkFindings(cpus, { ...DEFAULT_SETTINGS, target: { xen: '4.7', arch: 'x86' } });
});

test('an interrupt is a number that fits', () => {
  checkFindings(`${PV}irqs = [ "x", "5a", "4294967295", "2147483648" ]
#         ^ malformed-device
#              ^^ malformed-device
#                    ^^^^^^^^^^ malformed-device
#                                  ^^^^^^^^^^ malformed-device
`);
});

test('a memory range has a start and a number', () => {
  checkFindings(`${PV}iomem = [ "a0000", "a0000;20", "a0000,x" ]
#          ^^^^^ malformed-device
#                   ^^^^^^^^ malformed-device
#                               ^^^^^^^ malformed-device
`);
});

test('connectors of a display have an ID and two numbers, and there is one at least', () => {
  checkFindings(`${PV}vdispl = [ "connectors=a:1920x1080;b:640", "connectors=a:wide;b:1x1", "be-alloc=1,connectors=;" ]
#                                  ^^^^^ refused-device-value
#                                                      ^^^^^^ misread-device-value
#                                                                      ^^^^^^^^^^^^^^^^^^^^^^^ missing-device-key
`);
});

test('the keys of a sound card have values of their kinds', () => {
  checkFindings(`${PV}vsnd = [ [ "stream,type=x,sample-formats=s9" ] ]
#                       ^ refused-device-value
#                                        ^^ refused-device-value
`);
});

test('a range of colours does not run backwards', () => {
  checkFindings(
    `type = "pvh"\n${PV}llc_colors = [ "5-3", "-1" ]\n#               ^^^ malformed-device\n#                      ^^ malformed-device\n`,
    { ...DEFAULT_SETTINGS, target: { xen: '4.22', arch: 'arm' } },
  );
});

test('a backend serves certain formats only', () => {
  checkFindings(`${PV}disk = [ "format=qcow2,vdev=xvda,backendtype=phy,target=/a", "format=vhd,vdev=xvdb,backendtype=tap,target=/b" ]
#                                            ^^^ refused-device-value
`);
});

test('before 4.18 a shared directory ends at a field without an equals sign', () => {
  checkFindings(
    `${PV}p9 = [ "tag=a,path=/a,none,security_model=none" ]
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-device-key
#                     ^^^^^^^^^^^^^^^^^^^^^^^^ lost-device-fields
`,
    { ...DEFAULT_SETTINGS, target: { xen: '4.17', arch: 'x86' } },
  );
});

test('a CD drive before 4.7 takes any backend', () => {
  checkFindings(`# xlcfg: xen=4.6\nbuilder = "hvm"\nname = "d"\ndisk = [ "format=raw,vdev=hdc,cdrom,backendtype=phy,target=/dev/sr0" ]\n`);
});

test('a PCI device has an address, and its slot fits', () => {
  const pci = `${PV}pci = [ "bogus" ]\n#        ^^^^^ malformed-device\n`;
  for (const xen of ['4.14', '4.19'] as const) checkFindings(pci, { ...DEFAULT_SETTINGS, target: { xen, arch: 'x86' } });
  checkFindings(`${PV}pci = [ "01:00.0@1f", "02:00.0@20" ]\n#                              ^^ refused-device-value\n`);
  checkFindings(`${PV}pci = [ "ffff:ff:1f.7", "01:20.0" ]\n#                        ^^^^^^^ malformed-device\n`);
});

test('the VNC display is given once', () => {
  checkFindings(`${PV}vfb = [ "vnclisten=127.0.0.1:2,vncdisplay=1" ]
#                                         ^ framebuffer-display-twice
`);
  for (const display of ['vncdisplay=1', 'vnclisten=127.0.0.1:2', 'vnclisten=127.0.0.1:2,vncdisplay=0', 'vnclisten=::1']) {
    checkFindings(`${PV}vfb = [ "${display}" ]\n`);
  }
});

test('a backend outside of libxl serves raw disks only', () => {
  checkFindings(`${PV}disk = [ "format=qcow2,vdev=xvda,specification=virtio,backendtype=standalone,target=/a" ]
#                                                                 ^^^^^^^^^^ refused-device-value
`);
});

test('what is dropped of a string moves no mark after it', () => {
  checkFindings(`${PV}vif = [ "\\101bridge=br0,badkey=1" ]
#        ^^^^ escape-dropped
#                       ^^^^^^ ignored-device-key
`);
});

test('options of a PCI device have values of their kinds', () => {
  checkFindings(`${PV}pci = [ "01:00.0,rdm_policy=loose,quux=1,permissive=xx" ]
#                           ^^^^^ refused-device-value
#                                 ^^^^ unknown-device-key
#                                                   ^^ misread-device-value
`);
});

test('a port for replication is none at zero', () => {
  checkFindings(`${PV}disk = [ "format=raw,vdev=xvda,colo,colo-host=a,colo-port=00,colo-export=b,active-disk=c,hidden-disk=d,target=/a" ]
#                                                         ^^ refused-device-value
`);
});

test('an SMBIOS string has a name and a value', () => {
  checkFindings(`type = "hvm"
name = "d"
memory = 512
smbios = [ "oem", "uuid=" ]
#           ^^^ malformed-device
#                  ^^^^^ malformed-device
`);
});

test('a group that is not known says why', () => {
  const groups = 'type = "hvm"\nname = "d"\nviridian = [ "synic", "sinic", "qwertz" ]\n';
  const unknown = [
    '`sinic` is not a key of a Viridian group; did you mean `synic`? xl refuses the file',
    '`qwertz` is not a key of a Viridian group: xl refuses the file',
  ];
  assert.deepEqual(messagesOf(groups, 'unknown-device-key'), unknown);
  assert.deepEqual(messagesOf(groups, 'unknown-device-key', { ...DEFAULT_SETTINGS, target: { xen: '4.12', arch: 'x86' } }), [
    '`synic` is a key of a Viridian group only since Xen 4.13: xl refuses the file',
    '`sinic` is not a key of a Viridian group: xl refuses the file',
    ...unknown.slice(1),
  ]);
});

test('a virtio device whose string ends with its type makes xl crash', () => {
  checkFindings(`type = "pvh"\n${PV}virtio = [ "type=virtio" ]\n#           ^^^^^^^^^^^ malformed-device\n`, {
    ...DEFAULT_SETTINGS,
    target: { xen: '4.19', arch: 'arm' },
  });
});
