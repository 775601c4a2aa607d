/** Disk strings: what xl makes of them, and their form of today. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatOf, isReadOnly, parseDisk } from '../../server/src/specs/disk/disk';
import { readVdev } from '../../server/src/specs/disk/vdev';
import { DEFAULT_TARGET } from '../../server/src/schema/target';
import { analyze, checkCompletion, checkFindings, completionsAt } from '../support/check';

/** The device, as plain data. */
function deviceOf(text: string) {
  const disk = parseDisk(text, DEFAULT_TARGET);
  return {
    target: disk.target?.text ?? '',
    format: formatOf(disk),
    vdev: disk.vdev?.text,
    isCdrom: disk.isCdrom,
    isReadOnly: isReadOnly(disk),
    script: disk.parameters.get('script')?.text,
    mistakes: disk.mistakes.map(({ wording }) => wording.message),
  };
}

const PLAIN = { target: '/dev/vg/a', format: 'raw', vdev: 'xvda', isCdrom: false, isReadOnly: false, script: undefined, mistakes: [] };

test('the same disk in every form', () => {
  for (const text of [
    'format=raw, vdev=xvda, access=rw, target=/dev/vg/a',
    '/dev/vg/a,raw,xvda,rw',
    '/dev/vg/a,,xvda',
    'phy:/dev/vg/a,xvda,w',
    'vdev=xvda,target=/dev/vg/a',
    'raw:/dev/vg/a,xvda,w',
  ]) {
    assert.deepEqual(deviceOf(text), PLAIN, text);
  }
});

test('CDs, empty drives and scripts', () => {
  assert.deepEqual(deviceOf('file:/a.iso,hdc:cdrom,r'), { ...PLAIN, target: '/a.iso', vdev: 'hdc', isCdrom: true, isReadOnly: true });
  assert.deepEqual(deviceOf(',hdc:cdrom,r'), { ...PLAIN, target: '', format: 'empty', vdev: 'hdc', isCdrom: true, isReadOnly: true });
  assert.equal(deviceOf('nbd:x,xvda,w').script, 'block-nbd');
  assert.equal(deviceOf('vdev=xvda,target=a,b=c,d').target, 'a,b=c,d');
});

test('device numbers', () => {
  assert.deepEqual(readVdev('xvda'), { number: 51712, disk: 0, partition: 0 });
  assert.deepEqual(readVdev('xvdaa3'), { number: 268442115, disk: 26, partition: 3 });
  assert.deepEqual(readVdev('hdd2'), { number: 5698, disk: 3, partition: 2 });
  assert.deepEqual(readVdev('sdb1'), { number: 2065, disk: 1, partition: 1 });
  for (const name of ['d0p1', 'xvda1', 'd0x0p01', 'd0p 1'])
    assert.deepEqual(readVdev(name), { number: 51713, disk: 0, partition: 1 }, name);
  for (const name of ['768', '0x300', '01400'])
    assert.deepEqual(readVdev(name), { number: 768, disk: undefined, partition: undefined }, name);
  assert.deepEqual(readVdev(''), { number: 0, disk: undefined, partition: undefined }, 'an empty text is the number 0');
  for (const bad of ['hde', 'sdq', 'sda16', 'xvda01', 'XVDA', 'vda', '/dev/sda', '09', '2147483648', '-1', 'd0p256', 'd0', 'xvd15'])
    assert.equal(readVdev(bad), undefined, bad);
});

const word = fc.constantFrom(
  'raw',
  'qcow2',
  'xvda',
  'xvdb1',
  'hdc:cdrom',
  'hda',
  'rw',
  'r',
  'w',
  '/dev/a',
  '/srv/b.img',
  '',
  'phy:/x',
  'file:/y.iso',
  'tap:aio:/z',
);

test('the fix for an old form keeps the device', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), (words) => {
      const text = words.join(',');
      const config = `name = "a"\nkernel = "/k"\ndisk = [ "${text}" ]\n`;
      const fix = analyze(config).findings.find(({ ruleId }) => ruleId === 'deprecated-device-form')?.fixes[0];
      fc.pre(fix !== undefined);
      assert.deepEqual(deviceOf(fix.edits[0]?.newText ?? ''), deviceOf(text));
    }),
    { numRuns: 500 },
  );
});

test('mistakes are marked at the word', () => {
  checkFindings(
    `name = "a"
kernel = "/k"
disk = [ "format=raw,vdev=xvda,acess=rw,target=/a" ]
#                              ^^^^^ unknown-device-key
`.replace('#                         ^^^ refused-device-value\n', ''),
  );
  checkFindings(`name = "a"
kernel = "/k"
disk = [ "format=raw,vdev=vda,target=/a" ]
#                         ^^^ refused-device-value
`);
});

test('the next free disk is offered first', () => {
  assert.equal(completionsAt('kernel = "/k"\ndisk = [ "vdev=xvda,target=/a", "vdev=$0" ]\n')[0], 'xvdb');
  assert.equal(completionsAt('type = "hvm"\ndisk = [ "vdev=$0" ]\n')[0], 'hda');
});

test('keys and values inside the string', () => {
  checkCompletion('disk = [ "for$0" ]', 'format', 'disk = [ "format=" ]');
  checkCompletion('disk = [ "format=$0,vdev=xvda" ]', 'qcow2', 'disk = [ "format=qcow2,vdev=xvda" ]');
  checkCompletion('disk = [ "" , "$0" ]', 'target', 'disk = [ "" , "target=" ]');
  checkCompletion('vif = [ "$0\nmemory = 1\n', 'bridge', 'vif = [ "bridge=\nmemory = 1\n');
});
