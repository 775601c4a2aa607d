/** Signatures and colours of device strings, and the outline of devices. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, completionsAt, DEFAULT_SETTINGS, service } from '../support/check';
import { readCursor } from '../support/marks';

/** The signature that is active at the cursor, and the parameter. */
function activeAt(fixture: string): readonly [string, string | undefined] | undefined {
  const { text, offset } = readCursor(fixture);
  const help = service.signatureHelp(analyze(text), offset);
  const signature = help?.signatures[help.activeSignature];
  if (help === undefined || signature === undefined) return undefined;
  return [signature.label, help.activeParameter === undefined ? undefined : signature.parameters[help.activeParameter]?.label];
}

test('the signature of a disk follows its positions, then its keys', () => {
  const positional = 'target, format, vdev, access, key=…';
  assert.deepEqual(activeAt('disk = [ "$0" ]'), [positional, 'target']);
  assert.deepEqual(activeAt('disk = [ "/dev/v$0g/a" ]'), [positional, 'target']);
  assert.deepEqual(activeAt('disk = [ "/dev/vg/a,raw,xv$0da" ]'), [positional, 'vdev']);
  assert.deepEqual(activeAt('disk = [ "/dev/vg/a,raw,xvda,r$0w" ]'), [positional, 'access']);
  const keyed = activeAt('disk = [ "format=ra$0w, vdev=xvda" ]');
  assert.equal(keyed?.[1], 'format=…');
  assert.ok(keyed[0].startsWith('format=…, vdev=…'));
});

test('the signature of other devices has the key at the cursor', () => {
  assert.equal(activeAt('vif = [ "mac=00:16:3e:00:00:01,bri$0dge=a" ]')?.[1], 'bridge=…');
  const [label = ''] = activeAt('vif = [ "mtu=15$000" ]') ?? [];
  assert.equal(label, 'mac=…, bridge=…, model=…, type=…, ip=…, script=…, backend=…, vifname=…, gatewaydev=…, mtu=…');
  assert.equal(activeAt('pci = [ "01:0$00.0" ]')?.[1], 'address');
  assert.equal(activeAt('pci = [ "01:00.0,seize=$01" ]')?.[1], 'seize=…');
  assert.equal(activeAt('name = "$0a"'), undefined);
  assert.equal(activeAt('cpus = "0-$03"'), undefined);
});

test('keys, words and numbers of device strings have colours, through escapes', () => {
  const text =
    'stdvga = 1\ndisk = [ "/dev/vg/a,raw,xvda,rw", "format=qcow2,vdev=xv\\144b,discard,foo=1" ]\nvif = [ "type=vif,mtu=1500" ]\nunknown = "a"\n';
  const tokens = service.semanticTokens(analyze(text)).map(({ range, type, isDeprecated }) => {
    const words = [text.slice(range.start, range.end), type, ...(isDeprecated ? ['deprecated'] : [])];
    return words.join(' ');
  });
  assert.deepEqual(tokens, [
    'stdvga variable deprecated',
    'disk variable',
    ...['/dev/vg/a string', 'raw enumMember', 'xvda string', 'rw enumMember'],
    ...['format property', 'qcow2 enumMember', 'vdev property', 'xv\\144b string', 'discard keyword', 'foo unknownName'],
    ...['vif variable', 'type property', 'vif enumMember', 'mtu property', '1500 number'],
    'unknown unknownName',
  ]);
});

test('a name that the project allows is none of those that xl does not have', () => {
  const settings = { ...DEFAULT_SETTINGS, rules: { ...DEFAULT_SETTINGS.rules, allowOptions: ['board'] } };
  const text = 'name = "a"\nboard = 1\nbaord = 1\n';
  const unknown = service.semanticTokens(analyze(text, settings)).filter(({ type }) => type === 'unknownName');
  assert.deepEqual(
    unknown.map(({ range }) => text.slice(range.start, range.end)),
    ['baord'],
  );
});

test('the outline names each device by what tells it apart', () => {
  const text = [
    'disk = [ "/dev/vg/a,qcow2,xvda,rw", "vdev=hdc,cdrom" ]',
    'vif = [ "bridge=xenbr0", "mac=00:16:3e:00:00:01,bridge=xenbr0", "" ]',
    'pci = [ "01:00.0,seize=1" ]',
    'usbdev = [ "hostbus=1,hostaddr=3" ]',
    'channel = [ "connection=pty,name=agent" ]',
    'p9 = [ "tag=share,path=/srv,security_model=none" ]',
  ].join('\n');
  const devices = service.symbols(analyze(text)).flatMap(({ children }) => children.map(({ name, detail, kind }) => [name, detail, kind]));
  assert.deepEqual(devices, [
    ['xvda', '/dev/vg/a · qcow2 · rw', 'device'],
    ['hdc', 'CD drive', 'device'],
    ['xenbr0', '', 'device'],
    ['00:16:3e:00:00:01', 'xenbr0', 'device'],
    ['item 3', '', 'item'],
    ['01:00.0', 'seize=1', 'device'],
    ['bus 1, device 3', '', 'device'],
    ['agent', 'pty', 'device'],
    ['share', '/srv', 'device'],
  ]);
});

test('bridges and scripts of other configs are offered first', () => {
  const shared = service.summarize(
    'name = "a"\nmemory = 1\nkernel = "/k"\nvif = [ "bridge=br-dmz,script=vif-x,backend=net", "bridge=" ]\ndisk = [ "script=block-iscsi,vdev=xvda,target=x" ]\n',
  ).sharedValues;
  assert.deepEqual(
    [...shared].map(([place, values]) => [place, ...values]),
    [
      ['bridge', 'br-dmz'],
      ['vif.script', 'vif-x'],
      ['domain', 'net'],
      ['disk.script', 'block-iscsi'],
    ],
  );
  const labelsAt = (fixture: string): readonly string[] => {
    const { text, offset } = readCursor(fixture);
    return service.complete(analyze(text), offset, shared).map(({ label }) => label);
  };
  assert.deepEqual(labelsAt('vif = [ "bridge=$0" ]'), ['br-dmz', 'xenbr0']);
  assert.deepEqual(labelsAt('vkb = [ "backend=$0" ]'), ['net'], 'wherever a domain is meant');
  assert.deepEqual(labelsAt('disk = [ "script=$0" ]'), ['block-iscsi'], 'but no script of another kind of device');
  assert.deepEqual(completionsAt('vif = [ "bridge=$0" ]'), ['xenbr0']);
  assert.equal(service.summarize('[section]\nvif = 1\n').places.length, 0);
});
