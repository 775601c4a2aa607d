/** `xlcfg upgrade`: what changes between two releases, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';

const HVM = 'name = "a"\ntype = "hvm"\nmemory = 512\n';

/** What changes, a line each, without the path. */
async function changesOf(text: string, from: string, to: string): Promise<readonly string[]> {
  const { output } = await runCli(['upgrade', '--from', from, '--to', to, 'a.cfg'], { 'a.cfg': text });
  return output
    .split('\n')
    .filter((line) => line.startsWith('a.cfg:'))
    .map((line) => line.replace(/^a\.cfg:/, ''));
}

test('nothing is said between a release and itself, and where nothing changes', async () => {
  const text = `${HVM}pci = [ "01:00.0" ]\nvirtio = []\n`;
  assert.deepEqual(await changesOf(text, '4.17', '4.17'), []);
  assert.deepEqual(await changesOf('name = "a"\nkernel = "/k"\nmemory = 512\n', '4.13', '4.22'), []);
});

test('what breaks comes first, with the release that does it', async () => {
  const text = `${HVM}device_model_version = "qemu-xen-traditional"\npci = [ "01:00.0" ]\n`;
  const [first, ...others] = await changesOf(text, '4.18', '4.22');
  assert.match(first ?? '', /^4:\d+: breaks, Xen 4\.21: /);
  assert.ok(others.every((line) => !line.includes('breaks')));
  assert.ok(others.some((line) => line.startsWith('5:1: changes, Xen 4.19: ') && line.endsWith('(pirqs-off)')));
});

test('an option that comes to life is a gain, and one that goes is a change on the way back', async () => {
  const text = `${HVM}xen_platform_pci_bar_uc = 0\n`;
  const [gain] = await changesOf(text, '4.17', '4.22');
  assert.match(gain ?? '', /^4:1: gains, Xen 4\.\d+: No longer so: .*\(option-too-new\)$/);
  const [loss] = await changesOf(text, '4.22', '4.17');
  assert.match(loss ?? '', /^4:1: changes, Xen 4\.\d+: .*\(option-too-new\)$/);
});

const PV = 'name = "a"\nmemory = 512\n';

const BEHAVIOURS: readonly (readonly [id: string, felt: string, quiet: string])[] = [
  ['traditional-not-built', `${HVM}device_model_version = "qemu-xen-traditional"\n`, `${HVM}device_model_version = "qemu-xen"\n`],
  ['pv-grub-not-built', `${PV}kernel = "/usr/lib/xen/boot/pv-grub-x86_64.gz"\n`, `${PV}kernel = "/usr/lib/grub-xen/grub-x86_64-xen.bin"\n`],
  ['pv32-off', `${PV}kernel = "/boot/vmlinuz-5.10.0-686-pae"\n`, `${PV}kernel = "/boot/vmlinuz-6.1.0-28-amd64"\n`],
  ['keyboards-of-hvm', `${HVM}vkb = [ "feature-disable-keyboard=1" ]\n`, `${PV}kernel = "/k"\nvkb = [ "feature-disable-keyboard=1" ]\n`],
  ['pci-needs-iommu', 'name = "a"\nkernel = "/k"\nmemory = 1\npci = [ "01:00.0" ]\n', 'name = "a"\nkernel = "/k"\nmemory = 1\n'],
  ['unknown-msrs-fault', HVM, `${HVM}msr_relaxed = 1\n`],
  ['pirqs-off', `${HVM}pci = [ "01:00.0" ]\n`, `${HVM}pci = [ "01:00.0" ]\nhvm_pirq = 1\n`],
];

for (const [id, felt, quiet] of BEHAVIOURS) {
  test(`${id} is said where it is felt, on the way there only`, async () => {
    const isSaid = async (text: string, from: string, to: string): Promise<boolean> =>
      (await changesOf(text, from, to)).some((line) => line.endsWith(`(${id})`));
    assert.equal(await isSaid(felt, '4.12', '4.22'), true);
    assert.equal(await isSaid(quiet, '4.12', '4.22'), false);
    assert.equal(await isSaid(felt, '4.20', '4.22'), false);
    assert.equal(await isSaid(felt, '4.22', '4.12'), false);
  });
}

test('what the file says of its release does not count, and the places stay', async () => {
  const text = `# xlcfg: xen=4.17\n${HVM}pci = [ "01:00.0" ]\n`;
  assert.ok((await changesOf(text, '4.18', '4.19')).some((line) => line.startsWith('5:1: changes, Xen 4.19: ')));
});

test('the domain that is another one is told', async () => {
  const { output } = await runCli(['upgrade', '--from', '4.11', '--to', '4.12', '--arch', 'arm', 'a.cfg'], {
    'a.cfg': 'name = "a"\nkernel = "/k"\nmemory = 512\n',
  });
  assert.match(output, /a\.cfg:1:1: changes, Xen 4\.12: The domain is PVH and no longer PV/);
});

test('JSON, exit statuses and what is not a config', async () => {
  const files = { 'a.cfg': `${HVM}device_model_version = "qemu-xen-traditional"\n`, 'b.cfg': HVM, 't.cfg': 'name = "@NAME@"\n' };
  const run = (path: string, ...rest: readonly string[]): ReturnType<typeof runCli> =>
    runCli(['upgrade', '--from', '4.18', '--to', '4.22', ...rest, path], files);
  assert.deepEqual([(await run('a.cfg')).status, (await run('b.cfg')).status, (await run('none.cfg')).status], [1, 0, 2]);
  assert.match((await run('t.cfg')).output, /of 1 configs 0 are touched, and 0 break/);
  const { output } = await run('a.cfg', '--format', 'json');
  const { version, files: records } = JSON.parse(output) as {
    readonly version: number;
    readonly files: readonly { readonly from: string; readonly changes: readonly Readonly<Record<string, unknown>>[] }[];
  };
  assert.deepEqual(
    [version, records[0]?.from, records[0]?.changes[0]?.['kind'], records[0]?.changes[0]?.['release']],
    [1, '4.18', 'breaks', '4.21'],
  );
  assert.equal((await runCli(['upgrade', 'a.cfg'], files)).status, 2);
});
