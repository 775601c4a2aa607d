/** Completion of paths: which folder is asked for, and what becomes of what lies in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Completion, FolderContent, FolderHost, Listing, PathPlace } from '../../server/src/language-service';
import { OPTIONS } from '../../server/src/options/index';
import { parse } from '../../server/src/syntax/parser';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, service } from '../support/check';
import { expandSnippet } from '../support/expand-snippet';
import { readCursor } from '../support/marks';
import { SAMPLE_FACTS, SAMPLE_IMAGES } from '../support/sample-facts';

function placeAt(fixture: string): PathPlace | undefined {
  const { text, offset } = readCursor(fixture);
  return service.pathAt(analyze(text), offset);
}

/** The folder that is to be listed, and what its names begin with. */
function askedAt(fixture: string): string | undefined {
  const place = placeAt(fixture);
  return place === undefined ? undefined : `${place.folder} ${place.start}`.trimEnd();
}

/** A host with the sample images, and a few things beside them. */
const HOST: FolderHost = {
  inspect(path) {
    const fact = SAMPLE_FACTS.files.get(path) ?? { state: 'not-checked' };
    return Promise.resolve(fact);
  },
  listFolder(folder) {
    const files = Object.keys(SAMPLE_IMAGES).filter((path) => path.startsWith(folder) && !path.slice(folder.length).includes('/'));
    const entries: FolderContent['entries'] = [
      ...files.map((path) => ({ name: path.slice(folder.length), kind: 'file' }) as const),
      { name: 'config-6.1.0', kind: 'file' },
      { name: '.hidden', kind: 'file' },
      { name: 'sub folder', kind: 'folder' },
      { name: 'vg0', kind: 'block-device' },
    ];
    return Promise.resolve({ entries, isComplete: true });
  },
};

const NEVER = new Promise<void>(() => undefined);

async function itemsAt(fixture: string, host = HOST): Promise<readonly Completion[]> {
  const { text, offset } = readCursor(fixture);
  const analysis = analyze(text);
  const place = service.pathAt(analysis, offset);
  assert.ok(place, fixture);
  const items = service.completePath(analysis, place, await service.listFolder(place, host, NEVER));
  return [...items].sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
}

async function labelsAt(fixture: string): Promise<readonly string[]> {
  return (await itemsAt(fixture)).map(({ label }) => label);
}

async function checkAccepted(fixture: string, label: string, after: string): Promise<void> {
  const item = (await itemsAt(fixture)).find((each) => each.label === label);
  assert.ok(item, `${label} is not offered`);
  assert.equal(applyEdits(readCursor(fixture).text, [{ range: item.range, newText: item.newText }]), after);
}

const ASKED: readonly (readonly [fixture: string, asked: string | undefined])[] = [
  ['kernel = "$0"', '/'],
  ['kernel = $0', '/'],
  ["kernel = '/boot/vml$0'", '/boot/ vml'],
  ['kernel = "/boot/vml$0inuz"', '/boot/ vml'],
  ['kernel = "/bo$0ot/vmlinuz"', '/ bo'],
  ['kernel = "/boot/../etc/$0"', '/boot/../etc/'],
  ['kernel = "boot/$0"', undefined],
  ['kernel = "//server/share/$0"', undefined],
  ['kernel = "/a\\"b/$0"', undefined],
  ['kernel = /boot/$0', undefined],
  ['# kernel = "/boot/$0"', undefined],
  ['name = "/boot/$0"', undefined],
  ['extra = "root=/dev/$0"', undefined],
  ['bootloader = "$0"', undefined],
  ['bootloader = "/usr/$0"', '/usr/'],
  ['type = "hvm"\nfirmware = "/usr/$0"', '/usr/'],
  ['type = "hvm"\nfirmware = "u$0"', undefined],
  ['type = "pvh"\nfirmware = "/usr/$0"', undefined],
  ['disk = [ "target=$0" ]', '/'],
  ['disk = [ "format=raw, vdev=xvda, target=/dev/vg/$0" ]', '/dev/vg/'],
  ['disk = [ "format=raw, target=/srv/a,b/$0" ]', '/srv/a,b/'],
  ['disk = [ "/dev/$0,raw,xvda,rw" ]', '/dev/'],
  ['disk = [ "phy:/dev/v$0,xvda,w" ]', '/dev/ v'],
  ['disk = [ "/dev/x,/raw$0" ]', undefined],
  ['disk = [ "$0" ]', undefined],
  ['disk = [ "script=block-iscsi,vdev=xvda,target=/dev/$0" ]', undefined],
  ['disk = [ "iscsi:/dev/$0,xvda,w" ]', undefined],
  ['disk = [ "backend=storage,vdev=xvda,target=/dev/$0" ]', undefined],
  ['disk = [ "script=block-$0,vdev=xvda" ]', '/etc/xen/scripts/ block-'],
  ['vif = [ "bridge=a,script=$0" ]', '/etc/xen/scripts/'],
  ['vif = [ "script=/opt/$0" ]', '/opt/'],
  ['vif = [ "bridge=/opt/$0" ]', undefined],
  ['p9 = [ "tag=a,path=/srv/$0" ]', '/srv/'],
  ['channel = [ "connection=socket,path=/run/$0" ]', '/run/'],
  ['device_model_override = "/usr/lib/xen/bin/q$0"', '/usr/lib/xen/bin/ q'],
];

for (const [fixture, asked] of ASKED) {
  test(`the folder of ${fixture}`, () => {
    assert.equal(askedAt(fixture), asked);
  });
}

test('every option of the kind path completes', () => {
  const names = OPTIONS.filter(({ type }) => type.kind === 'path').map(({ name }) => name);
  assert.ok(names.length >= 10);
  for (const name of names) assert.equal(askedAt(`${name} = "/x/y$0"`), '/x/ y', name);
});

test('folders come first, then kernels that boot here, then others, then those that do not boot', async () => {
  assert.deepEqual(await labelsAt('type = "pv"\nkernel = "/boot/$0"'), [
    'sub folder/',
    'vmlinuz-pv32',
    'vmlinuz-pv-only',
    'vmlinuz-6.1.0-amd64',
    'config-6.1.0',
    '.hidden',
    'vmlinuz-pvh-only',
    'vg0',
    'memtest86+x64.bin',
    'initrd.img',
    'Image',
  ]);
  const pvh = await labelsAt('type = "pvh"\nkernel = "/boot/$0"');
  assert.deepEqual(pvh.slice(1, 3), ['vmlinuz-pvh-only', 'vmlinuz-6.1.0-amd64']);
  const arm = await labelsAt('# xlcfg: arch=arm\nkernel = "/boot/$0"');
  assert.equal(arm[1], 'Image');
  const hvm = await labelsAt('type = "hvm"\nkernel = "/boot/$0"');
  assert.equal(hvm.at(-2), 'vg0');
  assert.equal(hvm.at(-1), 'initrd.img');
});

test('the other uses of files', async () => {
  assert.equal((await labelsAt('ramdisk = "/boot/$0"'))[1], 'initrd.img');
  assert.deepEqual((await labelsAt('disk = [ "vdev=xvda,target=/srv/images/$0" ]')).slice(0, 3), ['sub folder/', 'disk.qcow2', 'vg0']);
  assert.equal((await labelsAt('disk = [ "vdev=hdc,devtype=cdrom,target=/srv/images/$0" ]'))[1], 'debian.iso');
  assert.equal((await labelsAt('disk = [ "/srv/images/$0,,hdc:cdrom,r" ]'))[1], 'debian.iso');
});

test('an image says what it is', async () => {
  const items = await itemsAt('type = "pvh"\nkernel = "/boot/$0"');
  const find = (label: string): Completion | undefined => items.find((each) => each.label === label);
  assert.match(find('vmlinuz-pv-only')?.detail ?? '', /ELF file; does not boot here$/);
  assert.match(find('vmlinuz-pvh-only')?.detail ?? '', /bzImage$/i);
  assert.match(find('vmlinuz-pvh-only')?.documentation ?? '', /\| PVH domain \| yes \|/);
  assert.equal(find('config-6.1.0')?.detail, undefined, 'nothing is known of it');
});

test('what is accepted', async () => {
  await checkAccepted('kernel = "/boot/$0"', 'sub folder/', 'kernel = "/boot/sub folder/"');
  await checkAccepted('kernel = "/boot/su$0/vmlinuz"', 'sub folder/', 'kernel = "/boot/sub folder/vmlinuz"');
  await checkAccepted('kernel = "/boot/v$0mlinuz-old"', 'Image', 'kernel = "/boot/Image"');
  await checkAccepted('kernel = "$0"', 'sub folder/', 'kernel = "/sub folder/"');
  await checkAccepted('kernel = $0', 'sub folder/', 'kernel = "/sub folder/"');
  await checkAccepted('vif = [ "script=$0,bridge=a" ]', 'config-6.1.0', 'vif = [ "script=config-6.1.0,bridge=a" ]');
  await checkAccepted('disk = [ "/srv/images/$0,qcow2,xvda,w" ]', 'disk.qcow2', 'disk = [ "/srv/images/disk.qcow2,qcow2,xvda,w" ]');
  await checkAccepted('kernel = "/boot/$0\nmemory = 1\n', 'Image', 'kernel = "/boot/Image\nmemory = 1\n');
});

test('a folder goes on completing', async () => {
  const [folder] = await itemsAt('kernel = "/boot/$0"');
  assert.equal(folder?.opensNext, true);
  const [first] = await itemsAt('kernel = $0');
  assert.equal(first?.snippet, '"/sub folder/$0"');
});

test('what cannot be known in time is left out, and said to be missing', async () => {
  const place = placeAt('kernel = "/boot/$0"');
  assert.ok(place);
  const slow = { ...HOST, inspect: () => new Promise<never>(() => undefined) };
  const listing = await service.listFolder(place, slow, Promise.resolve());
  assert.equal(listing.isComplete, false);
  const stuck = { ...HOST, listFolder: () => new Promise<never>(() => undefined) };
  assert.deepEqual(await service.listFolder(place, stuck, Promise.resolve()), { entries: [], images: new Map(), isComplete: false });
});

test('so many files are looked into, those with the name of a kernel first', async () => {
  const place = placeAt('kernel = "/boot/$0"');
  assert.ok(place);
  const looked: string[] = [];
  const names = [...Array.from({ length: 500 }, (_, index) => `file-${index}`), 'vmlinuz-9', 'vmlinuz-10'];
  const host: FolderHost = {
    listFolder: () => Promise.resolve({ entries: names.map((name) => ({ name, kind: 'file' })), isComplete: true }),
    inspect: (path) => {
      looked.push(path);
      return Promise.resolve({ state: 'not-checked' });
    },
  };
  await service.listFolder(place, host, NEVER);
  assert.deepEqual(looked.slice(0, 2), ['/boot/vmlinuz-10', '/boot/vmlinuz-9']);
  assert.ok(looked.length <= 16);
});

/** Of each string of a list, how many parts it has. */
function fieldCounts(text: string): unknown {
  return analyze(text).model.effective.map(({ name, option, value }) => {
    const atoms = value?.kind === 'list' ? value.items : [];
    return [name, atoms.map((item) => (item.kind === 'atom' ? option?.type.spec?.fields(item.text).length : undefined))];
  });
}

const FIXTURES = [
  'kernel = "/boot/$0"\nname = "a"\n',
  "kernel = '/b$0oot/x'\nname = 'a'\n",
  'kernel = $0\nname = "a"\n',
  'disk = [ "/dev/$0,raw,xvda,w", "b" ]\nname = "a"\n',
  'disk = [ "vdev=xvda, target=$0" ]\nname = "a"\n',
  'vif = [ "script=$0,bridge=a" ]\nname = "a"\n',
];

test('no name of a file breaks a text, or any other part of its string', () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom('a,b', 'a"b', "a'b", 'a\\', 'a=b', ' a', 'a\n', 'a#b', 'a$b', '${1}', 'a}', 'a;b', '\u2028'),
  );
  const property = fc.property(fc.constantFrom(...FIXTURES), name, fc.constantFrom('file', 'folder'), (fixture, made, kind) => {
    const { text, offset } = readCursor(fixture);
    const analysis = analyze(text);
    const place = service.pathAt(analysis, offset);
    assert.ok(place);
    const listing: Listing = { entries: [{ name: made, kind }], isComplete: true, images: new Map() };
    for (const { range, newText, snippet } of service.completePath(analysis, place, listing)) {
      for (const written of new Set([newText, ...(snippet === undefined ? [] : [expandSnippet(snippet)])])) {
        const after = applyEdits(text, [{ range, newText: written }]);
        assert.deepEqual(parse(after).problems, [], after);
        assert.deepEqual(fieldCounts(after), fieldCounts(text));
        assert.ok(after.includes(made));
        assert.equal(analyze(after).model.byName.get('name')?.value?.kind, 'atom');
      }
    }
  });
  fc.assert(property, { seed: 1, numRuns: 300 });
});
