/** What is offered where nothing is wrong, and what comes of it. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { ASSISTS } from '../../server/src/features/assists/index';
import type { DocumentSettings } from '../../server/src/language-service';
import { applyAssist, assistsAt, DEFAULT_SETTINGS } from '../support/check';

function forXen(xen: '4.6' | '4.17'): DocumentSettings {
  return { ...DEFAULT_SETTINGS, target: { xen, arch: 'x86' } };
}

test('every file of an assist is listed', () => {
  const helpers = ['assist', 'find-place', 'index', 'statement-blocks'];
  const files = readdirSync('server/src/features/assists').map((file) => file.replace(/\.ts$/, ''));
  const ids = ASSISTS.map(({ id }) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  assert.deepEqual(files.filter((file) => !helpers.includes(file)).sort(), ids.sort());
});

test('nothing is offered beside a mistake of the grammar, or between statements', () => {
  assert.deepEqual(assistsAt('disk = [ "a$0" "b" ]\n'), []);
  assert.deepEqual(assistsAt('name = "a"\n$0\nmemory = 5\n'), []);
});

test('a disk by position gets the names of its parameters, and loses them again', () => {
  const positional = `disk = [ '/dev/vg/a,raw,$0xvda,rw' ]\n`;
  const named = `disk = [ 'format=raw, vdev=xvda, access=rw, target=/dev/vg/a' ]\n`;
  assert.equal(applyAssist(positional, 'Write the disk as `key=value`'), named);
  assert.equal(applyAssist(named.replace('vdev', '$0vdev'), 'Write the disk by position'), positional.replace('$0', ''));
});

test('the other form of a disk keeps what has no place of its own', () => {
  assert.equal(
    applyAssist('disk = [ "file:/a.iso,hdc:cdrom$0,r" ]\n', 'Write the disk as `key=value`'),
    'disk = [ "format=raw, vdev=hdc, access=ro, devtype=cdrom, target=/a.iso" ]\n',
  );
  assert.equal(
    applyAssist('disk = [ "vdev=xvda, discard,$0 script=block-x, target=/a" ]\n', 'Write the disk by position'),
    'disk = [ "/a,raw,xvda,rw,script=block-x,discard" ]\n',
  );
});

test('a disk whose target cannot stand by position has no other form', () => {
  for (const target of ['/a,b', '/a=b', 'phy:/a'])
    assert.deepEqual(
      assistsAt(`disk = [ "vdev=xvda,$0 target=${target}" ]\n`).filter((title) => title.startsWith('Write the disk')),
      [],
      target,
    );
});

test('a target that xend would have looked for in /dev keeps its prefix, by which that shows', () => {
  assert.ok(!assistsAt('disk = [ "phy:vg/a,$0xvda,w" ]\n').some((title) => title.startsWith('Write the disk')));
});

test('a disk that xl refuses has no other form', () => {
  assert.ok(!assistsAt('disk = [ "/dev/a,raw,$0xvda,w!" ]\n').some((title) => title.startsWith('Write the disk')));
});

test('a list goes to one item a line, and back', () => {
  const line = 'vif = [ "bridge=a", $0"bridge=b" ]\n';
  const lines = 'vif = [\n    "bridge=a",\n    "bridge=b",\n]\n';
  assert.equal(applyAssist(line, 'Write one item per line'), lines);
  assert.equal(applyAssist(lines.replace('[', '[$0'), 'Write the list on one line'), line.replace('$0', ''));
});

test('a list with comments is only taken apart', () => {
  const list = 'vif = [ $0"bridge=a", # first\n  "bridge=b", "bridge=c" ]\n';
  assert.deepEqual(
    assistsAt(list).filter((title) => /line/.test(title)),
    ['Write one item per line'],
  );
  assert.equal(applyAssist(list, 'Write one item per line'), 'vif = [\n  "bridge=a", # first\n  "bridge=b",\n  "bridge=c",\n]\n');
});

test('quotation marks change where xl stores the same', () => {
  assert.equal(applyAssist(`name = "it$0's \\"x\\""\n`, 'Use single quotes'), `name = 'it\\'s "x"'\n`);
  assert.equal(applyAssist(`name = 'it\\'s$0 "x"'\n`, 'Use double quotes'), `name = "it's \\"x\\""\n`);
});

test('root and extra become the command line that xl makes of them', () => {
  assert.equal(
    applyAssist(
      'name = "a"\nroot = "/dev/xvda1 ro"\n# why\nextra$0 = "console=hvc0"\nextra += " quiet"\n',
      'Write `cmdline` instead of `root` and `extra`',
    ),
    'name = "a"\n# why\ncmdline = "root=/dev/xvda1 ro console=hvc0 quiet"\n',
  );
  assert.ok(!assistsAt('cmdline = "a"\nextra$0 = "b"\n').some((title) => title.includes('cmdline')));
  assert.ok(!assistsAt('root = [ "a" ]\nextra$0 = "b"\n').some((title) => title.includes('cmdline')));
});

test('interfaces get addresses that no other one has', () => {
  const after = applyAssist(
    'name = "a"\nvif = [ "bridge=x$0", "mac=00:16:3e:00:00:01, bridge=y", "" ]\n',
    'Set fixed MAC addresses for all interfaces',
  );
  assert.match(
    after,
    /^name = "a"\nvif = \[ "mac=00:16:3e:[0-7][0-9a-f](:[0-9a-f]{2}){2},bridge=x", "mac=00:16:3e:00:00:01, bridge=y", "mac=00:16:3e(:[0-9a-f]{2}){3}" \]\n$/,
  );
  const addresses = after.match(/00:16:3e(:[0-9a-f]{2}){3}/g);
  assert.equal(new Set(addresses).size, 3);
  assert.equal(
    applyAssist('name = "a"\nvif = [ "bridge=x$0" ]\n', 'Set a fixed MAC address').includes(addresses?.[0] ?? '-'),
    true,
    'stable',
  );
  assert.ok(!assistsAt('vif = [ "mac=00:16:3e:00:00:01$0" ]\n').some((title) => title.includes('MAC')));
});

test('a domain becomes one of another type, with what to look at', () => {
  assert.equal(
    applyAssist(
      'name = "a"\nbuilder$0 = "hvm"\nkernel = "/usr/lib/xen/boot/hvmloader"\nmemory = 512\nboot = "c"\nvnc = 1\n',
      'Convert to PVH',
    ),
    [
      'name = "a"',
      '# Converted from HVM to PVH. Check this before you start it:',
      '# - the kernel needs a PVH entry point, which Linux has since 4.11 with CONFIG_XEN_PVH',
      '# - `kernel`, `bootloader` or `firmware` must say what boots: there is no BIOS',
      '# - the guest needs Xen PV drivers for its disks, network and console (`hvc0`)',
      '# - xl no longer uses `boot`, `vnc`',
      'type = "pvh"',
      'memory = 512',
      'boot = "c"',
      'vnc = 1',
      '',
    ].join('\n'),
  );
});

test('a type is written as the release reads it', () => {
  assert.match(applyAssist('name$0 = "a"\nkernel = "/k"\n', 'Convert to HVM', forXen('4.6')), /^(# .*\n)+builder = "hvm"\nname = "a"\n/);
  assert.match(applyAssist('name$0 = "a"\nkernel = "/k"\n', 'Convert to HVM', forXen('4.17')), /^(# .*\n)+type = "hvm"\nname = "a"\n/);
  assert.deepEqual(
    assistsAt('name$0 = "a"\nkernel = "/k"\n', forXen('4.6')).filter((title) => title.startsWith('Convert')),
    ['Convert to HVM'],
  );
  assert.match(
    applyAssist('type$0 = "hvm"\nname = "a"\nbuilder = "hvm"\n', 'Convert to PV', forXen('4.17')),
    /\ntype = "pv"\nname = "a"\n$/,
  );
});

test('statements are sorted with their comments', () => {
  assert.equal(
    applyAssist(
      [
        '# A domain.',
        '',
        '# Network',
        '',
        '# Two cards.',
        'vif = [ "bridge=a" ] # inside',
        '# vif += [ "bridge=z" ]',
        '',
        'vcpus$0 = 2; memory = 512',
        '',
        '# As much as there is.',
        'maxmem = 1024',
        'vif += [',
        '  "bridge=b", # outside',
        ']',
        'name = "a"',
        '',
        '# The end.',
        '',
      ].join('\n'),
      'Sort the settings',
    ),
    [
      '# A domain.',
      '',
      'name = "a"',
      '',
      'vcpus = 2',
      '',
      'memory = 512',
      '',
      '# As much as there is.',
      'maxmem = 1024',
      '',
      '# Network',
      '# Two cards.',
      'vif = [ "bridge=a" ] # inside',
      '# vif += [ "bridge=z" ]',
      'vif += [',
      '  "bridge=b", # outside',
      ']',
      '',
      '# The end.',
      '',
    ].join('\n'),
  );
  assert.ok(!assistsAt('name$0 = "a"\nvcpus = 2\n').includes('Sort the settings'));
});
