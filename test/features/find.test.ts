/** Definitions, references and renaming of what settings and device strings name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RenameEdits, RenameRefusal } from '../../server/src/language-service';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, service } from '../support/check';

interface Fixture {
  readonly text: string;
  readonly offset: number;
  readonly definitions: readonly string[];
  readonly references: readonly string[];
}

/** `│` is the cursor, `‹name›` a definition, `«name»` a reference. */
function read(fixture: string): Fixture {
  const starts: number[] = [];
  const found = { definitions: new Array<string>(), references: new Array<string>() };
  let [text, offset] = ['', -1];
  for (const character of fixture) {
    if (character === '│') offset = text.length;
    else if (character === '‹' || character === '«') starts.push(text.length);
    else if (character === '›') found.definitions.push(`${starts.pop()}-${text.length}`);
    else if (character === '»') found.references.push(`${starts.pop()}-${text.length}`);
    else text += character;
  }
  return { text, offset, ...found };
}

const show = ({ start, end }: { readonly start: number; readonly end: number }): string => `${start}-${end}`;

/** What is found from the cursor is what is marked. */
function checkReferences(fixture: string): void {
  const { text, offset, definitions, references } = read(fixture);
  const places = service.references(analyze(text), offset)?.places ?? [];
  const found = (isDefinition: boolean): readonly string[] =>
    places.filter((place) => place.isDefinition === isDefinition).map(({ range }) => show(range));
  assert.deepEqual([found(true), found(false)], [definitions, references]);
}

/** The definition of what is at the cursor is what is marked. */
function checkDefinition(fixture: string): void {
  const { text, offset, definitions } = read(fixture);
  assert.deepEqual(service.definition(analyze(text), offset)?.places.map(show) ?? [], definitions);
}

function renameAt(fixture: string, newName: string): { readonly text: string; readonly result: RenameEdits | RenameRefusal } {
  const { text, offset } = read(fixture);
  return { text, result: service.rename(analyze(text), offset, newName) };
}

function checkRename(fixture: string, newName: string, after: string): void {
  const { text, result } = renameAt(fixture, newName);
  assert.ok(result.kind === 'edits', JSON.stringify(result));
  assert.equal(applyEdits(text, result.edits), after);
}

function checkRefusal(fixture: string, newName: string, reason: RegExp): void {
  const { result } = renameAt(fixture, newName);
  assert.ok(result.kind === 'refused', JSON.stringify(result));
  assert.match(result.reason, reason);
}

const HEAD = 'name = "web1"\nmemory = 512\nkernel = "/k"\n';

test('the definition of a lost assignment is the one that wins', () => {
  checkDefinition(`${HEAD}vc│pus = 1\nvcpus = 2\n‹vcpus› = 4\n`);
});

test('the definition of an addition is the assignment that it adds to', () => {
  checkDefinition(`${HEAD}vif = [ "bridge=a" ]\n‹vif› = [ "bridge=b" ]\nvi│f += [ "bridge=c" ]\n`);
});

test('references of an option are its statements: those that count, and those that are lost', () => {
  checkReferences(`${HEAD}«vif» = [ "bridge=a" ]\n‹vif› = [ "bridge=b" ]\n‹v│if› += [ "bridge=c" ]\n`);
});

test('a name that no xl reads has statements too', () => {
  checkReferences(`${HEAD}«me│mroy» = 1\n‹memroy› = 2\n`);
});

test('bridges are the same in all interfaces, also in additions and lost lists', () => {
  checkReferences(`${HEAD}vif = [ "bridge=«br0»" ]
vif = [ "mac=00:16:3e:00:00:01, bridge=«b│r0»", "bridge=br1" ]
vif += [ 'bridge=«br0»' ]
`);
});

test('an address is the same in every spelling that xl reads as one', () => {
  checkReferences(`${HEAD}vif = [ "mac=‹00:│16:3e:00:00:0A›", "mac=‹0-16-3e-0-0-a›", "mac=00:16:3e:00:00:0b" ]\n`);
});

test('disks are told apart by what libxl makes of their names, by position or key', () => {
  checkReferences(`${HEAD}disk = [ "/dev/vg/a,raw,‹xvd│a›,rw", "vdev=‹51712›,target=/b", "/c,,xvdb,r" ]\n`);
});

test('the name of the domain, and the devices that it serves', () => {
  checkReferences(`name = "‹web1›"
vif = [ "backend=«web1»" ]
disk = [ "backend=«web1│»,vdev=xvda,target=/a" ]
vtpm = [ "backend=«web1»" ]
`);
  checkDefinition('name = "‹net›"\nvif = [ "backend=n│et" ]\n');
});

test('numbers of domains and dom0 itself have no name', () => {
  for (const backend of ['0', '12', 'dom0', 'Domain-0']) checkReferences(`name = "a"\nvif = [ "backend=│${backend}" ]\n`);
});

test('CPU pools, scripts, virtual TPMs and files', () => {
  checkReferences('pool = "«fa│st»"\n');
  checkReferences('vif = [ "script=«vi│f-x»", "script=«/etc/xen/scripts/vif-x»" ]\n');
  const uuid = '0a1b2c3d-0000-4000-8000-00000000000';
  checkReferences(`vtpm = [ "backend=a,uuid=‹${uuid}│1›", "backend=a,uuid=${uuid}2" ]\n`);
  checkReferences('kernel = "«/srv/a»"\ndisk = [ "«/sr│v/a»,raw,xvda,rw", "vdev=xvdb,target=«/srv/a»" ]\n');
});

test('of other values nothing is found', () => {
  for (const fixture of [
    'memory = 5│12\n',
    'vif = [ "model=e1│000" ]\n',
    'vif = [ "bri│dge=a" ]\n',
    '# name = "a│"\n',
    'bootloader = "py│grub"\n',
  ])
    checkReferences(fixture);
});

test('the definition of a path is the file, where it is known to be there', () => {
  const pathAt = (fixture: string): string | undefined => {
    const { text, offset } = read(fixture);
    return service.definition(analyze(text), offset)?.path;
  };
  assert.equal(pathAt('kernel = "/boot/vm│linuz-6.1.0-amd64"\n'), '/boot/vmlinuz-6.1.0-amd64');
  assert.equal(pathAt('kernel = "/boot/no-s│uch-kernel"\n'), undefined);
});

test('renaming keeps the rest of the device strings and their quotes', () => {
  checkRename(
    `${HEAD}vif = [ "mac=00:16:3e:00:00:01, bridge=b│r0 , model=e1000", 'bridge=br0' ]\n`,
    'br-dmz',
    `${HEAD}vif = [ "mac=00:16:3e:00:00:01, bridge=br-dmz , model=e1000", 'bridge=br-dmz' ]\n`,
  );
  checkRename('name = "web│1"\nvif = [ "backend=web1" ]\n', 'web2', 'name = "web2"\nvif = [ "backend=web2" ]\n');
  checkRename("name = 'a│'\n", 'o\'b"\\c', "name = 'o\\'b\"\\\\c'\n");
  checkRename('disk = [ "vdev=xvda,target=/a│,b" ]\n', '/c,d', 'disk = [ "vdev=xvda,target=/c,d" ]\n');
});

test('the root device of the kernel is a disk, or a partition of one', () => {
  checkReferences('disk = [ "/a,raw,‹xvda›,rw" ]\nroot = "/dev/«xv│da»1 ro"\n');
  checkReferences('disk = [ "/a,raw,‹xv│da1›,rw", "/b,raw,xvda2,rw" ]\nextra = "quiet root=/dev/«xvda1» ro"\n');
  checkReferences('disk = [ "/a,raw,‹xv│da›,rw" ]\ncmdline = "root=/dev/sda1"\nroot = "LABEL=xvda"\n');
  checkReferences('cmdline = "root=/dev/xv│da1"\n');
  checkDefinition('disk = [ "/a,raw,‹xvda›,rw" ]\ncmdline = "xvda root=/dev/x│vda2"\n');
  checkRename(
    'disk = [ "/a,raw,xvda│,rw" ]\ncmdline = "root=/dev/xvda2 ro"\n',
    'xvdc',
    'disk = [ "/a,raw,xvdc,rw" ]\ncmdline = "root=/dev/xvdc2 ro"\n',
  );
  checkRefusal('disk = [ "/a,raw,xvda│,rw" ]\nroot = "/dev/xvda2"\n', 'd1p0', /other settings/);
});

test('a disk has its new name wherever it stands', () => {
  checkRename(
    `${HEAD}disk = [ "/a,raw,x│vda,rw", "vdev=xvdb,target=/b" ]\n`,
    'xvdc',
    `${HEAD}disk = [ "/a,raw,xvdc,rw", "vdev=xvdb,target=/b" ]\n`,
  );
});

test('what cannot be renamed says so', () => {
  checkRefusal('me│mory = 512\n', 'x', /`memory` is the name of a setting/);
  checkRefusal('memory = 5│12\n', 'x', /number/);
  checkRefusal('on_crash = "de│stroy"\n', 'x', /names nothing/);
  checkRefusal('# xl│cfg\n', 'x', /nothing to rename/);
  checkRefusal('name = "w│e"\nname += "b1"\n', 'x', /joined from/);
});

test('a new name that xl would not take, or take for something else, is refused', () => {
  const bridge = `${HEAD}vif = [ "bridge=b│r0,model=e1000" ]\n`;
  checkRefusal(bridge, 'a,b', /other settings/);
  checkRefusal(bridge, '', /cannot serve as the name of a bridge/);
  checkRefusal(bridge, 'a\nb', /cannot serve as the name of a bridge/);
  checkRefusal('name = "a│"\n', '12', /`12` cannot serve as the name of a domain/);
  checkRefusal(`${HEAD}vif = [ "mac=00:16:│3e:00:00:01" ]\n`, 'fast', /cannot serve as a MAC address/);
  const disk = `${HEAD}disk = [ "/a,raw,x│vda,rw", "/b,raw,xvdb,rw" ]\n`;
  checkRefusal(disk, 'floppy', /cannot serve as the name of a disk/);
  checkRefusal(disk, 'xvdb', /already has `xvdb`/);
  checkRefusal('disk = [ "/a│,raw,xvda,rw" ]\n', '/b=c', /otherwise|disk/);
});

test('what is renamed is offered as it is written', () => {
  const { text, offset } = read(`${HEAD}vif = [ "bridge=b│r0" ]\n`);
  const target = service.prepareRename(analyze(text), offset);
  assert.ok(target.kind === 'target');
  assert.equal(text.slice(target.range.start, target.range.end), 'br0');
  assert.deepEqual([target.text, target.shared, target.isDefined], ['br0', { kind: 'bridge', identity: 'br0' }, false]);
});

/** The links of a config are what is marked. */
function checkLinks(fixture: string): void {
  const { text, references } = read(fixture);
  assert.deepEqual(
    service.links(analyze(text)).map(({ range }) => show(range)),
    references,
  );
}

test('paths of files that are there are links, wherever they stand', () => {
  checkLinks('kernel = "«/boot/vmlinuz-6.1.0-amd64»"\nramdisk = "«/boot/initrd.img»"\n');
  checkLinks('type = "hvm"\ndisk = [ "«/srv/images/disk.qcow2»,qcow2,xvda,rw", "format=raw,vdev=xvdb,target=«/srv/images/debian.iso»" ]\n');
  checkLinks('type = "hvm"\nfirmware = "«/usr/lib/xen/boot/hvmloader»"\ndevice_model_override = "«/usr/lib/xen/boot/hvmloader»"\n');
});

test('what is missing, elsewhere or lost is no link', () => {
  checkLinks('kernel = "/boot/no-such-kernel"\ndisk = [ "/srv/images/no-such-disk,,xvda,rw" ]\n');
  checkLinks('disk = [ "backend=net,vdev=xvda,target=/srv/images/disk.qcow2", "nbd:/srv/images/disk.qcow2,xvdb,w" ]\n');
  checkLinks('bootloader = "pygrub"\nkernel = "/boot/vmlinuz-6.1.0-amd64"\n');
  checkLinks('ramdisk = "/boot/initrd.img"\nramdisk = "/boot/none"\n');
  checkLinks('name = "/boot/initrd.img"\n');
});

test('a name that is given and taken back leaves the text as it was', () => {
  const name = fc.stringMatching(/^[a-z][\w.-]{0,8}$/).filter((each) => !/^dom0$/i.test(each) && each !== 'b');
  fc.assert(
    fc.property(name, fc.constantFrom('"', "'"), (newName, quote) => {
      const text = `name = ${quote}web1${quote}\nmemory = 1\nvif = [ "backend=web1, bridge=b", 'bridge=web1' ]\n`;
      const offset = text.indexOf('web1') + 1;
      const there = service.rename(analyze(text), offset, newName);
      assert.ok(there.kind === 'edits', JSON.stringify(there));
      const renamed = applyEdits(text, there.edits);
      assert.equal(renamed, `name = ${quote}${newName}${quote}\nmemory = 1\nvif = [ "backend=${newName}, bridge=b", 'bridge=web1' ]\n`);
      const back = service.rename(analyze(renamed), offset, 'web1');
      assert.ok(back.kind === 'edits', JSON.stringify(back));
      assert.equal(applyEdits(renamed, back.edits), text);
    }),
  );
});
