/** Every reason why a domain cannot move, by setting, release and architecture; the verdict; and what settings and comments make of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSettings, MigrationVerdict } from '../../server/src/language-service';
import type { Target } from '../../server/src/schema/target';
import { analyze, checkFix, REPORTING_SETTINGS, service } from '../support/check';

interface Row {
  readonly text: string;
  readonly target?: Partial<Target>;
  readonly verdict: MigrationVerdict;
  /** `strength rule-id`, in the order of the report. */
  readonly reasons: readonly string[];
}

const HVM = 'type = "hvm"\nname = "d"\nmemory = 512\n';
const NAMED = 'name = "d"\nmemory = 512\n';
const PV = `${NAMED}kernel = "/boot/vmlinuz"\n`;

const ROWS: readonly Row[] = [
  { text: HVM, verdict: 'movable', reasons: [] },
  { text: `${HVM}pci = [ "01:00.0" ]\n`, verdict: 'tied', reasons: ['refused pci-blocks-migration'] },
  {
    text: `builder = "hvm"\nname = "d"\nmemory = 512\npci = [ "01:00.0" ]\n`,
    target: { xen: '4.9' },
    verdict: 'tied',
    reasons: ['refused pci-blocks-migration'],
  },
  {
    text: `${PV}pci = [ "01:00.0", "02:00.0" ]\n`,
    target: { xen: '4.12' },
    verdict: 'tied',
    reasons: ['refused pci-blocks-migration', 'expects files-depend-on-target'],
  },
  {
    text: `${PV}pci = [ "01:00.0" ]\n`,
    target: { xen: '4.13' },
    verdict: 'tied',
    reasons: ['refused pci-blocks-migration', 'expects files-depend-on-target'],
  },
  { text: `${HVM}pci = [ ]\n`, verdict: 'movable', reasons: [] },
  { text: `type = "pvh"\n${PV}pci = [ "01:00.0" ]\n`, verdict: 'unknown', reasons: ['expects files-depend-on-target'] },
  { text: `${HVM}gfx_passthru = "igd"\nrdm = "strategy=host"\n`, verdict: 'movable', reasons: [] },
  { text: `${HVM}passthrough = "enabled"\n`, verdict: 'conditional', reasons: ['depends passthrough-allows-devices'] },
  { text: `${HVM}passthrough = "enabled"\npci = [ "01:00.0" ]\n`, verdict: 'tied', reasons: ['refused pci-blocks-migration'] },
  { text: `${HVM}passthrough = "disabled"\n`, verdict: 'movable', reasons: [] },
  { text: `${HVM}passthrough = "enabled"\n`, target: { xen: '4.12' }, verdict: 'movable', reasons: [] },
  { text: PV, target: { arch: 'arm' }, verdict: 'tied', reasons: ['refused arm-cannot-migrate', 'expects files-depend-on-target'] },
  {
    text: `${PV}irqs = [ "96" ]\niomem = [ "9c000,1" ]\ndtdev = [ "/soc/a" ]\n`,
    target: { arch: 'arm' },
    verdict: 'tied',
    reasons: ['refused arm-cannot-migrate', 'expects files-depend-on-target'],
  },
  {
    text: `${HVM}ioports = [ "3f8" ]\nirqs = [ "5" ]\niomem = [ "f0,1" ]\n`,
    verdict: 'tied',
    reasons: ['breaks host-resources-stay'],
  },
  { text: `${HVM}usbdev = [ "type=hostdev,hostbus=1,hostaddr=2" ]\n`, verdict: 'tied', reasons: ['breaks host-usb-device-stays'] },
  { text: `${HVM}usbdevice = "host:1.2"\n`, verdict: 'tied', reasons: ['breaks host-usb-device-stays'] },
  { text: `${HVM}usbdevice = [ "tablet", "host:0bda:0129" ]\n`, verdict: 'tied', reasons: ['breaks host-usb-device-stays'] },
  { text: `${HVM}usbdevice = "tablet"\n`, verdict: 'movable', reasons: [] },
  {
    text: `${HVM}vnuma = [ [ "pnode=0", "size=512", "vcpus=0", "vdistances=10" ] ]\n`,
    verdict: 'tied',
    reasons: ['refused vnuma-blocks-migration'],
  },
  { text: `${HVM}vtpm = [ "backend=a" ]\n`, verdict: 'tied', reasons: ['breaks vtpm-stays'] },
  { text: `${HVM}driver_domain = 1\n`, verdict: 'tied', reasons: ['breaks driver-domain-stays'] },
  { text: `${HVM}tsc_mode = "native"\n`, verdict: 'tied', reasons: ['breaks native-tsc-changes'] },
  { text: `${HVM}tsc_mode = 2\n`, verdict: 'tied', reasons: ['breaks native-tsc-changes'] },
  { text: `${HVM}tsc_mode = "default"\n`, verdict: 'movable', reasons: [] },
  { text: `${HVM}nestedhvm = 1\n`, verdict: 'conditional', reasons: ['risks nested-guests-are-lost'] },
  { text: `${HVM}nestedhvm = 0\ndriver_domain = 0\n`, verdict: 'movable', reasons: [] },
  { text: `${HVM}disk = [ "/dev/a,raw,xvda,rw", ",,hdc:cdrom,r" ]\n`, verdict: 'movable', reasons: ['expects disk-depends-on-target'] },
  {
    text: `${HVM}vif = [ "bridge=xenbr0", "mac=00:16:3e:00:00:01" ]\n`,
    verdict: 'movable',
    reasons: ['expects network-depends-on-target', 'expects network-depends-on-target'],
  },
  {
    text: `${HVM}pool = "a"\ncpus = "0-3"\ncpus_soft = "all"\nvcpus = 1\n`,
    verdict: 'conditional',
    reasons: ['depends placement-depends-on-target', 'depends placement-depends-on-target'],
  },
  {
    text: `${NAMED}kernel = "/boot/a"\nramdisk = "/boot/b"\n`,
    verdict: 'movable',
    reasons: ['expects files-depend-on-target', 'expects files-depend-on-target'],
  },
  // The boot loader finds both on the disk of the guest.
  {
    text: `${NAMED}kernel = "/boot/a"\nramdisk = "/boot/b"\nbootloader = "pygrub"\ndisk = [ "/dev/a,raw,xvda,rw" ]\n`,
    verdict: 'movable',
    reasons: ['expects disk-depends-on-target'],
  },
  { text: `${HVM}cpuid = "host,sse3=k"\n`, verdict: 'conditional', reasons: ['depends cpu-features-depend-on-target'] },
  {
    text: `${HVM}vncdisplay = 3\nvnclisten = "10.0.0.1"\n`,
    verdict: 'conditional',
    reasons: ['depends display-depends-on-target', 'depends display-depends-on-target'],
  },
  { text: `${HVM}vnclisten = "0.0.0.0"\n`, verdict: 'movable', reasons: [] },
  { text: `${HVM}device_model_stubdomain_override = 1\n`, verdict: 'conditional', reasons: ['depends stubdomain-depends-on-target'] },
  { text: `${HVM}kernel = "/usr/lib/xen/boot/hvmloader"\n`, verdict: 'movable', reasons: [] },
  { text: `${HVM}firmware_override = "/opt/fw"\n`, verdict: 'conditional', reasons: ['depends files-depend-on-target'] },
  { text: `${HVM}memory = 512\nmaxmem = 1024\n`, verdict: 'conditional', reasons: ['risks populate-on-demand-at-risk'] },
  { text: `${HVM}memory = 512\nmaxmem = 512\n`, verdict: 'movable', reasons: [] },
  { text: `${HVM}disk = [ "/home/me/a.img,raw,xvda,rw" ]\n`, verdict: 'conditional', reasons: ['depends disk-depends-on-target'] },
  { text: `${HVM}disk = [ "drbd:web,xvda,w" ]\n`, verdict: 'movable', reasons: ['expects disk-depends-on-target'] },
  { text: `${HVM}disk = [ "/dev/a,raw,xvda,rw,backend=store" ]\n`, verdict: 'conditional', reasons: ['depends disk-depends-on-target'] },
  { text: `${HVM}vif = [ "script=vif-mine" ]\n`, verdict: 'conditional', reasons: ['depends network-depends-on-target'] },
  {
    text: `${HVM}vif = [ "script=/etc/xen/scripts/vif-bridge" ]\n`,
    verdict: 'movable',
    reasons: ['expects network-depends-on-target', 'expects network-depends-on-target'],
  },
  { text: `${HVM}vif = [ "script=vif-nat" ]\n`, verdict: 'movable', reasons: ['expects network-depends-on-target'] },
  {
    text: `${HVM}vif = [ "bridge=br0,backend=net" ]\n`,
    verdict: 'conditional',
    reasons: ['depends network-depends-on-target', 'expects network-depends-on-target'],
  },
  // There is no domain to judge.
  { text: `${HVM}vcpus = two\n`, verdict: 'unknown', reasons: [] },
  { text: `import os\n${HVM}`, verdict: 'unknown', reasons: [] },
  // What no source says anything about is silence.
  { text: `${HVM}p9 = [ "tag=a,path=/a,security_model=none" ]\nvpmu = 1\n`, verdict: 'movable', reasons: [] },
  // No release refuses to move a domain because of this: the flag only shows in CPUID.
  { text: `${HVM}nomigrate = 1\n`, target: { xen: '4.14' }, verdict: 'movable', reasons: [] },
  { text: `${HVM}nomigrate = 1\n`, target: { xen: '4.15' }, verdict: 'movable', reasons: [] },
  {
    text: `${HVM}disk = [ "/dev/a,raw,xvda,rw" ]\nvtpm = [ "backend=a" ]\npci = [ "01:00.0" ]\n`,
    verdict: 'tied',
    reasons: ['refused pci-blocks-migration', 'breaks vtpm-stays', 'expects disk-depends-on-target'],
  },
];

function settingsFor(target: Partial<Target> = {}, migration?: 'required' | 'ignored'): DocumentSettings {
  const { rules } = REPORTING_SETTINGS;
  return { target: { ...REPORTING_SETTINGS.target, ...target }, rules: migration === undefined ? rules : { ...rules, migration } };
}

for (const [index, { text, target, verdict, reasons }] of ROWS.entries()) {
  test(`migration, row ${index + 1}: ${text.split('\n').slice(1).join(' ').trim()} ${target?.xen ?? ''}`, () => {
    const report = service.reportMigration(analyze(text, settingsFor(target)));
    assert.equal(report.verdict, verdict);
    assert.deepEqual(
      report.reasons.map(({ strength, ruleId }) => `${strength} ${ruleId}`),
      reasons,
    );
    for (const { message, advice, evidence } of report.reasons) {
      assert.doesNotMatch(message, /[{}]|\.$/);
      assert.match(advice, /\.$/);
      assert.ok(evidence.length > 0);
    }
    assert.doesNotMatch(report.summary, /by $|has $|undefined/);
  });
}

const BLOCKED = `${HVM}pci = [ "01:00.0" ]\nvtpm = [ "backend=a" ]\ndisk = [ "format=raw, vdev=xvda, target=/dev/a" ]\n`;

function findingsOf(text: string, settings: DocumentSettings): readonly string[] {
  return analyze(text, settings).findings.map(({ severity, ruleId, stage }) =>
    [severity, ruleId, ...(stage === undefined ? [] : [stage])].join(' '),
  );
}

test('blockers are warnings, and what depends on the other host is said only when asked for', () => {
  assert.deepEqual(findingsOf(BLOCKED, settingsFor()), ['warning pci-blocks-migration', 'hint vtpm-stays']);
  const asked = { ...settingsFor(), rules: { ...settingsFor().rules, severities: { 'disk-depends-on-target': 'hint' } } } as const;
  assert.ok(findingsOf(BLOCKED, asked).includes('hint disk-depends-on-target'));
});

test('a project that requires domains to move makes every blocker an error', () => {
  assert.deepEqual(findingsOf(BLOCKED, settingsFor({}, 'required')), ['error pci-blocks-migration migrate', 'error vtpm-stays migrate']);
  assert.deepEqual(
    findingsOf(PV, settingsFor({ arch: 'arm' }, 'required')).filter((each) => each.includes('arm')),
    ['error arm-cannot-migrate migrate'],
  );
  assert.deepEqual(findingsOf(BLOCKED, settingsFor({}, 'ignored')), []);
});

test('who says that a domain is not to move is not told what keeps it', () => {
  assert.deepEqual(findingsOf(`# xlcfg: migration=never\n${BLOCKED}`, settingsFor()), []);
  assert.deepEqual(findingsOf(`${BLOCKED}nomigrate = 1\n`, settingsFor()), ['hint nomigrate-prevents-nothing']);
  const report = service.reportMigration(analyze(`# xlcfg: migration=never\n${BLOCKED}`, settingsFor()));
  assert.deepEqual([report.isMeantToStay, report.verdict], [true, 'tied']);
});

test('one finding stands for all devices and names the others, as many as anybody looks at', () => {
  const relatedOf = (text: string): readonly number[] => analyze(text, settingsFor()).findings.map(({ related }) => related.length);
  assert.deepEqual(relatedOf(`${HVM}pci = [ "01:00.0", "02:00.0" ]\n`), [1]);
  const many = Array.from(
    { length: 300 },
    (_, index) => `pci += [ "00:${index.toString(16).padStart(2, '0').slice(-2)}:1f.${index >> 8}" ]`,
  );
  assert.deepEqual(relatedOf(`${HVM}${many.join('\n')}\n`), [20]);
});

test('fixes state the intent, or take the device away', () => {
  const text = `${HVM}pci = [ "01:00.0" ]\n`;
  checkFix('pci-blocks-migration', text, `# xlcfg: migration=never\n${text}`, settingsFor());
  const targeted = `# xlcfg: xen=4.17\n${text}`;
  checkFix('pci-blocks-migration', targeted, targeted.replace('xen=4.17', 'xen=4.17 migration=never'), settingsFor());
  const analysis = analyze(`${HVM}usbdev = [ "hostbus=1,hostaddr=2" ]\n`, settingsFor());
  const edits = analysis.findings.map(({ fixes }) => fixes[1]?.edits[0]);
  assert.deepEqual(
    edits.map((edit) => analysis.model.tree.text.slice(edit?.range.start, edit?.range.end)),
    ['usbdev = [ "hostbus=1,hostaddr=2" ]\n'],
  );
});

test('what somebody has to look at names its paths and devices', () => {
  const disks = '"/dev/vg/a,raw,xvda,rw", "/srv/b.iso,raw,hdc,cdrom", "nbd:host:1,xvdb,w"';
  const report = service.reportMigration(
    analyze(`${HVM}disk = [ ${disks} ]\npci = [ "01:00.0", "02:00.0,permissive=1" ]\n`, settingsFor()),
  );
  assert.deepEqual(report.sharedStorage, ['/dev/vg/a', 'nbd:host:1']);
  assert.match(report.reasons[0]?.message ?? '', /2 PCI devices of its host \(01:00\.0, 02:00\.0\)/);
  assert.ok(report.reasons.some(({ message }) => message.startsWith('Eject `/srv/b.iso` first')));
  const shared = service.reportMigration(analyze(`${HVM}disk = [ ${disks} ]\n`, settingsFor()));
  assert.equal(shared.summary, 'movable with shared storage');
});

test('local disks, discs and USB devices have words of their own', () => {
  const local = service.reportMigration(analyze(`${HVM}disk = [ "/root/a.img,raw,xvda,w", "/srv/b.iso,raw,hdc,cdrom" ]\n`, settingsFor()));
  assert.equal(local.summary, 'movable if the other host has its local disks');
  assert.match(local.reasons.find(({ message }) => message.startsWith('Eject'))?.advice ?? '', /^Put the disc in again/);
  const usb = service.reportMigration(analyze(`${HVM}usbdevice = [ "host:1.2", "host:1.3" ]\n`, settingsFor()));
  assert.equal(usb.reasons[0]?.message, '2 USB devices (host:1.2; host:1.3) stay in this host when the domain moves');
});

test('a page of several domains begins with how many have which verdict', () => {
  const reports = [HVM, `${HVM}pci = [ "01:00.0" ]\n`, `${HVM}vcpus = x\n`].map((text) => ({
    ...service.reportMigration(analyze(text, settingsFor())),
    ...{ path: '/etc/xen/a.cfg', text },
  }));
  assert.match(
    service.migrationPage(reports),
    /^# Migration report\n\n3 domains: 1 movable, 0 conditional, 1 tied to their hosts, 1 unknown\.\n/,
  );
});

test('the devices of a template count, whatever their placeholders will be', () => {
  const report = service.reportMigration(analyze('name = "@NAME@"\ntype = "hvm"\npci = [ "{gpu_pci_id}" ]\n', settingsFor()));
  assert.deepEqual([report.verdict, report.reasons[0]?.ruleId], ['unknown', 'pci-blocks-migration']);
});
