/** Completion of names, values and directives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STARTERS } from '../../server/src/features/starter-list';
import { checkCompletion, completionsAt, DEFAULT_SETTINGS } from '../support/check';

/** Starters stand after all names, each under all of its words. */
const STARTER_COUNT = STARTERS.flatMap(({ words }) => words).length;

test('names come in the order in which real files use them', () => {
  const labels = completionsAt('uuid = ""\n$0').filter((label) => !label.includes(':'));
  assert.deepEqual(labels.slice(0, 5), ['memory', 'name', 'disk', 'vif', 'vcpus']);
});

test('names that are set already come last', () => {
  const labels = completionsAt('memory = 1\n$0')
    .filter((label) => !label.includes(':'))
    .slice(0, -STARTER_COUNT);
  assert.equal(labels[0], 'name');
  assert.equal(labels.at(-1), 'memory');
});

test('a name brings its whole setting along', () => {
  checkCompletion('me$0', 'memory', 'memory = 1024');
  checkCompletion('vnc$0', 'vncdisplay', 'vncdisplay = 0');
  checkCompletion('$0', 'name', 'name = ""');
  checkCompletion('$0', 'disk', 'disk = [ "" ]');
  checkCompletion('on_c$0', 'on_crash', 'on_crash = "destroy"');
});

test('a name before its = is replaced alone', () => {
  checkCompletion('memo$0 = 512\n', 'memory', 'memory = 512\n');
});

test('examples of whole settings are offered', () => {
  checkCompletion('dis$0', 'disk: raw block device', 'disk = [ "format=raw, vdev=xvda, access=rw, target=/dev/vg/name" ]');
});

test('only options that xl reads for this type of domain are offered', () => {
  assert.ok(!completionsAt('type = "pvh"\n$0').includes('boot'));
  assert.ok(completionsAt('type = "hvm"\n$0').includes('boot'));
  assert.ok(completionsAt('$0').includes('boot'), 'while the type is open, those of all types are');
});

test('only options of the target release and architecture are offered', () => {
  const old = { ...DEFAULT_SETTINGS, target: { xen: '4.9', arch: 'x86' } } as const;
  assert.ok(!completionsAt('$0', old).includes('dm_restrict'));
  assert.ok(completionsAt('$0').includes('dm_restrict'));
  assert.ok(!completionsAt('$0').includes('gic_version'));
  assert.ok(completionsAt('# xlcfg: arch=arm\n$0').includes('gic_version'));
});

test('values with and without quotes', () => {
  checkCompletion('type = $0', 'pvh', 'type = "pvh"');
  checkCompletion('type = "$0"', 'pvh', 'type = "pvh"');
  checkCompletion('type = "$0\nmemory = 1\n', 'pvh', 'type = "pvh\nmemory = 1\n');
  assert.deepEqual(completionsAt('acpi = $0'), ['1', '0']);
});

test('values of the target release only', () => {
  assert.ok(!completionsAt('# xlcfg: xen=4.6\non_crash = "$0"').includes('soft-reset'));
  assert.ok(completionsAt('# xlcfg: xen=4.7\non_crash = "$0"').includes('soft-reset'));
  assert.deepEqual(completionsAt('type = "pvh"\nfirmware = "$0"'), ['pvgrub32', 'pvgrub64']);
  assert.deepEqual(completionsAt('type = "hvm"\nfirmware = "$0"'), ['bios', 'uefi', 'seabios', 'ovmf']);
});

test('names again below a list that was never closed', () => {
  assert.ok(completionsAt('disk = [ "x",\nmemory = 1\n$0').includes('name'));
});
