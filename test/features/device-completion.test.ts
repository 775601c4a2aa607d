/** Completion and signatures inside device strings. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, checkCompletion, completionsAt, service } from '../support/check';
import { readCursor } from '../support/marks';

function itemAt(fixture: string, label: string) {
  const { text, offset } = readCursor(fixture);
  return service.complete(analyze(text), offset).find((each) => each.label === label);
}

test('keys come in the order in which real files use them', () => {
  assert.deepEqual(completionsAt('disk = [ "$0" ]').slice(0, 5), ['vdev', 'access', 'target', 'format', 'devtype']);
  assert.deepEqual(completionsAt('vif = [ "$0" ]').slice(0, 4), ['bridge', 'mac', 'ip', 'model']);
});

test('keys that are written already come last', () => {
  assert.deepEqual(completionsAt('disk = [ "vdev=xvda, access=rw, $0" ]').slice(0, 2), ['target', 'format']);
  assert.deepEqual(completionsAt('vif = [ "bridge=a,$0" ]').slice(0, 2), ['mac', 'ip']);
});

test('the target is not put before other parts, which it would swallow', () => {
  assert.ok(!completionsAt('disk = [ "$0, vdev=xvda" ]').includes('target'));
  assert.ok(!completionsAt('disk = [ "format=raw, $0, vdev=xvda" ]').includes('target'));
});

test('what opens the next list by itself', () => {
  assert.equal(itemAt('$0', 'disk')?.opensNext, true);
  assert.equal(itemAt('$0', 'vif')?.opensNext, true);
  assert.equal(itemAt('di$0 = [ ]', 'disk')?.opensNext, undefined);
  assert.equal(itemAt('$0', 'name')?.opensNext, undefined);
  assert.equal(itemAt('disk = [ "$0" ]', 'format')?.opensNext, true);
  assert.equal(itemAt('disk = [ "$0" ]', 'vdev')?.opensNext, true);
  assert.equal(itemAt('disk = [ "$0" ]', 'target')?.opensNext, true, 'a path');
  assert.equal(itemAt('disk = [ "$0" ]', 'cdrom')?.opensNext, undefined, 'it has no value');
  assert.equal(itemAt('disk = [ "for$0=raw" ]', 'format')?.opensNext, undefined, 'the value is there');
  assert.equal(itemAt('vif = [ "$0" ]', 'mac')?.opensNext, true);
  assert.equal(itemAt('# xl$0', 'xlcfg:')?.opensNext, true);
});

test('paths open their list too', () => {
  assert.equal(itemAt('$0', 'kernel')?.opensNext, true);
  assert.equal(itemAt('$0', 'bootloader')?.opensNext, undefined, 'mostly a name');
  assert.equal(itemAt('vif = [ "$0" ]', 'ip')?.opensNext, undefined, 'no value is known');
});

const POSITIONS: readonly (readonly [string, string, readonly string[]])[] = [
  ['"/dev/x,$0"', 'format', ['raw', 'qcow2']],
  ['"/dev/x, $0"', 'format', ['raw', 'qcow2']],
  ['"/dev/x,$0,xvda"', 'format', ['raw', 'qcow2']],
  ['"/dev/x,r$0"', 'format', ['raw', 'qcow2']],
  ['"/dev/x,raw,$0"', 'vdev', ['xvda']],
  ['"/dev/x,,$0"', 'vdev', ['xvda']],
  ['"phy:/dev/x,$0"', 'vdev', ['xvda']],
  ['"phy:/dev/x,xvda,$0"', 'access', ['rw', 'ro']],
  ['"phy:/dev/x,xvda,$0w"', 'access', ['rw', 'ro']],
  ['"file:/dev/x,xvda,w$0"', 'access', ['rw', 'ro']],
  ['"/dev/x,raw,xvda,$0"', 'access', ['rw', 'ro']],
  ['"/dev/x,format=raw,$0"', 'vdev', ['xvda']],
  ['"tap:aio:/x,xvda,$0"', 'access', ['rw', 'ro']],
];

for (const [item, position, values] of POSITIONS) {
  test(`the place by position in ${item}`, () => {
    const { text, offset } = readCursor(`disk = [ ${item} ]\n`);
    const help = service.signatureHelp(analyze(text), offset);
    assert.equal(help?.activeSignature, 0);
    assert.equal(help.signatures[0]?.parameters[help.activeParameter ?? -1]?.label, position);
    assert.deepEqual(completionsAt(`disk = [ ${item} ]\n`).slice(0, values.length), values);
  });
}

test('a vdev that another disk has is not offered', () => {
  checkCompletion('disk = [ "/dev/a,raw,xvda", "phy:/dev/x,$0" ]', 'xvdb', 'disk = [ "/dev/a,raw,xvda", "phy:/dev/x,xvdb" ]');
});

test('behind the last position only keys are left', () => {
  const { text, offset } = readCursor('disk = [ "/dev/x,raw,xvda,w,$0" ]');
  const help = service.signatureHelp(analyze(text), offset);
  assert.equal(help?.signatures[0]?.parameters[help.activeParameter ?? -1]?.label, 'key=…');
  assert.ok(!completionsAt('disk = [ "/dev/x,raw,xvda,w,$0" ]').includes('rw'));
});

test('nothing is put into an old prefix, and no device after its colon', () => {
  assert.deepEqual(completionsAt('disk = [ "ph$0y:/dev/x,xvda" ]'), []);
  assert.ok(!completionsAt('disk = [ "phy:/dev/x,hdc:cd$0" ]').includes('xvda'));
});

test('a value of another config is only offered where it can stand', () => {
  const shared = new Map([['bridge', new Set(['br0', 'a"b', 'a,b', 'a\\b', "a'b"])]]);
  const { text, offset } = readCursor('vif = [ "bridge=$0" ]');
  assert.deepEqual(
    service.complete(analyze(text), offset, shared).map(({ label }) => label),
    ['br0', 'xenbr0'],
  );
});

test('a string that is joined to another value is left alone where its parts lie in both', () => {
  assert.deepEqual(completionsAt('vif = 0\nvif += "$0"\n'), []);
});
