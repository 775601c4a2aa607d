/** Inlay hints: where they stand, what they say, and what has none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HINT_KINDS, type HintKind } from '../../server/src/language-service';
import { textRange } from '../../server/src/text/text-range';
import { analyze, service } from '../support/check';

/** The text with its hints in brackets. */
function withHints(text: string, kinds: readonly HintKind[] = HINT_KINDS, range = textRange(0, text.length)): string {
  const hints = service.inlayHints(analyze(text), range, new Set(kinds));
  return [...hints].reverse().reduce((shown, { offset, text: hint }) => `${shown.slice(0, offset)}⟨${hint}⟩${shown.slice(offset)}`, text);
}

const HEAD = 'type = "hvm"\n';
const VALUES: readonly (readonly [line: string, shown: string])[] = [
  ['memory = 16384', 'memory = 16384⟨16 GiB⟩'],
  ['memory = 1536', 'memory = 1536⟨1.5 GiB⟩'],
  ['memory = 2000', 'memory = 2000⟨≈ 1.95 GiB⟩'],
  ['memory = 2097152', 'memory = 2097152⟨2 TiB⟩'],
  ['memory = 512', 'memory = 512'],
  ['memory = 0512', 'memory = 0512⟨= 330⟩'],
  ['memory = "0512"', 'memory = "0512"⟨= 330⟩'],
  ['memory = 0x400', 'memory = 0x400⟨= 1024⟩'],
  ['memory = 07', 'memory = 07'],
  ['memory = 089', 'memory = 089'],
  ['memory = "lots"', 'memory = "lots"'],
  ['memory = [ 2048 ]', 'memory = [ 2048 ]'],
  ['maxmem = 99999999999999999999', 'maxmem = 99999999999999999999'],
  ['vcpus = 2048', 'vcpus = 2048'],
  ['acpi = 1', 'acpi = 1'],
  ['tsc_mode = 2', 'tsc_mode = 2⟨native⟩'],
  ['tsc_mode = "native"', 'tsc_mode = "native"'],
  ['tsc_mode = 99', 'tsc_mode = 99'],
  ['builder = "h"', 'builder = "h"⟨hvm⟩'],
  ['builder = "hvm"', 'builder = "hvm"'],
  ['cpus = "0-3,^2"', 'cpus = "0-3,^2"⟨3 CPUs: 0-1, 3⟩'],
  ['cpus = [ "0-1", "5" ]', 'cpus = [ "0-1"⟨2 CPUs⟩, "5" ]'],
  ['cpus = "all"', 'cpus = "all"'],
  ['cpus = "3-1"', 'cpus = "3-1"'],
  ['iomem = [ "fe000,100" ]', 'iomem = [ "fe000,100"⟨0xfe000000 to 0xfe0fffff (1 MiB)⟩ ]'],
  ['iomem = [ "4E000,2000,arm_mem_WB" ]', 'iomem = [ "4E000,2000,arm_mem_WB" ]'],
  ['irqs = [ 36 ]', 'irqs = [ 36 ]'],
  ['ioports = [ "2f8-2ff", "3f8", "x" ]', 'ioports = [ "2f8-2ff"⟨8 ports⟩, "3f8", "x" ]'],
  ['disk = [ "/dev/vg/a, raw,xvda,w" ]', 'disk = [ "⟨target:⟩/dev/vg/a, ⟨format:⟩raw,⟨vdev:⟩xvda,⟨access:⟩w" ]'],
  ['disk = [ "phy:/dev/vg/a,hdc:cdrom,r" ]', 'disk = [ "phy:⟨target:⟩/dev/vg/a,⟨vdev:⟩hdc:cdrom,⟨access:⟩r" ]'],
  ['disk = [ ",,xvda" ]', 'disk = [ ",,⟨vdev:⟩xvda" ]'],
  ['disk = [ "vdev=xvda,target=/dev/vg/a" ]', 'disk = [ "vdev=xvda,target=/dev/vg/a" ]'],
  ['pci = [ "01:00.0,permissive=1" ]', 'pci = [ "01:00.0,permissive=1" ]'],
  ['vnuma = [ [ "pnode=0", "size=2048" ] ]', 'vnuma = [ [ "pnode=0", "size=2048⟨2 GiB⟩" ] ]'],
  ['vif = [ "rate=10Mb/s" ]', 'vif = [ "rate=10Mb/s⟨62500 bytes every 50 ms⟩" ]'],
  ['vif = [ "rate=1MB/s@20ms,bridge=a" ]', 'vif = [ "rate=1MB/s@20ms⟨20000 bytes every 20 ms⟩,bridge=a" ]'],
  ['vif = [ "rate=fast" ]', 'vif = [ "rate=fast" ]'],
  ['unknown_name = 16384', 'unknown_name = 16384'],
];

for (const [line, shown] of VALUES) {
  test(`the hints of ${line}`, () => {
    assert.equal(withHints(HEAD + line), HEAD + shown);
  });
}

test('the type of a domain that does not say it', () => {
  const text = 'name = "a"\nkernel = "/k"\nmemory = 512\n';
  assert.equal(withHints(text), text.replace('"a"', '"a"⟨PV domain⟩'));
  assert.equal(withHints(`# xlcfg: arch=arm\n${text}`), `# xlcfg: arch=arm\n${text.replace('"a"', '"a"⟨PVH domain⟩')}`);
  assert.equal(withHints(`# xlcfg: arch=arm xen=4.11\n${text}`).match(/⟨(.*)⟩/)?.[1], 'PV domain');
  for (const said of ['type = "pvh"', 'builder = "hvm"', 'type = "x"']) assert.doesNotMatch(withHints(`${text}${said}\n`), /domain⟩/, said);
  assert.equal(withHints('memory = 512\n'), 'memory = 512\n', 'no name, no place');
});

test('joined values have what is said of the whole on none of their parts', () => {
  const text = 'type = "pv"\ncpus = "0-3"\ncpus += ",^2"\nmemory = 2048\nmemory += 1\n';
  assert.equal(withHints(text), text);
  const disks = 'type = "pv"\ndisk = [ "/a,raw,xvda,w" ]\ndisk += [ "/b,raw,xvdb,w" ]\n';
  assert.equal(withHints(disks).match(/⟨target:⟩/g)?.length, 2);
});

test('each kind can be had alone', () => {
  const text = 'name = "a"\nmemory = 2048\nmaxmem = 04000\ntsc_mode = 2\ndisk = [ "/a,raw,xvda,w" ]\n';
  const alone = (kind: HintKind): readonly string[] => [...withHints(text, [kind]).matchAll(/⟨(.*?)⟩/g)].map(([, hint = '']) => hint);
  assert.deepEqual(alone('size'), ['2 GiB']);
  assert.deepEqual(alone('number'), ['= 2048']);
  assert.deepEqual(alone('meaning'), ['native']);
  assert.deepEqual(alone('field'), ['target:', 'format:', 'vdev:', 'access:']);
  assert.deepEqual(alone('domainType'), ['PV domain']);
  assert.equal(withHints(text, []), text);
});

test('only those of the part that is asked for', () => {
  const text = 'type = "pv"\nmemory = 2048\nmaxmem = 4096\ndisk = [ "/a,raw,xvda,w",\n"/b,raw,xvdb,w" ]\n';
  const from = text.indexOf('maxmem');
  assert.deepEqual(withHints(text, HINT_KINDS, textRange(from, text.indexOf('\n"/b'))).match(/⟨.*?⟩/g), [
    '⟨4 GiB⟩',
    '⟨target:⟩',
    '⟨format:⟩',
    '⟨vdev:⟩',
    '⟨access:⟩',
  ]);
});

test('escapes do not move a hint', () => {
  assert.equal(
    withHints(`${HEAD}disk = [ "/a\\"b,raw,xvda,w" ]`),
    `${HEAD}disk = [ "⟨target:⟩/a\\"b,⟨format:⟩raw,⟨vdev:⟩xvda,⟨access:⟩w" ]`,
  );
});
