/** The page on the domain that xl makes of a config. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSettings } from '../../server/src/language-service';
import type { Target } from '../../server/src/schema/target';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';

function pageOf(text: string, target: Partial<Target> = {}): string {
  const settings: DocumentSettings = { ...DEFAULT_SETTINGS, target: { ...DEFAULT_SETTINGS.target, ...target } };
  return service.explainPage(analyze(text, settings));
}

/** The row of a setting, without its bars. */
function rowOf(page: string, start: string): string | undefined {
  const row = page.split('\n').find((line) => line.startsWith(`| ${start} |`));
  return row?.slice(2, -2);
}

/** The text below a heading, up to the next. */
function partOf(page: string, heading: string): string {
  return page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
}

const PVH = 'type = "pvh"\nname = "web1"\nkernel = "/boot/vmlinuz"\nmemory = 0x800\nvcpus = 2\n';

test('the page has what is written, with its unit and its line, and what follows from it', () => {
  const page = pageOf(PVH);
  assert.match(page, /^# `web1`\n\nPVH domain on x86, as xl of Xen 4\.22 creates it\.\n/);
  assert.equal(rowOf(page, '`type`'), '`type` | PVH | line 1');
  assert.equal(rowOf(page, '`memory`'), '`memory` | 2048 MiB (2 GiB) | line 4');
  assert.equal(rowOf(page, '`maxmem`'), '`maxmem` | 2048 MiB (2 GiB) | the other settings');
  assert.equal(rowOf(page, '`maxvcpus`'), '`maxvcpus` | 2 | the other settings');
});

test('many of the defaults are told, where they hold', () => {
  const page = pageOf('name = "a"\nkernel = "/k"\n');
  assert.equal(rowOf(page, '`type`'), '`type` | PV | default');
  assert.equal(rowOf(page, '`memory`'), '`memory` | 32 MiB | default');
  assert.equal(rowOf(page, '`on_reboot`'), '`on_reboot` | `restart` (create the domain again) | default');
  assert.equal(rowOf(page, '`vnc`'), '`vnc` | off | default');
  assert.equal(rowOf(page, '`boot`'), undefined, 'for HVM only');
  assert.equal(rowOf(pageOf('type = "hvm"\nname = "a"\nmemory = 512\n'), '`vnc`'), '`vnc` | on | default');
  assert.equal(rowOf(pageOf('name = "a"\nkernel = "/k"\n', { arch: 'arm' }), '`type`'), '`type` | PVH | default');
  assert.equal(rowOf(pageOf(PVH, { xen: '4.10' }), '`on_soft_reset`'), '`on_soft_reset` | `soft-reset` (reset it, memory kept) | default');
});

test('the command line that the guest sees', () => {
  const page = pageOf(`${PVH}root = "/dev/xvda1"\nextra = "quiet"\n`);
  assert.equal(rowOf(page, '`cmdline`'), '`cmdline` | `root=/dev/xvda1 quiet` | the other settings');
  assert.equal(rowOf(page, '`root`'), '`root` | `/dev/xvda1` | line 6');
});

test('devices are told part by part, each in its chapter, without what nobody set', () => {
  const page = pageOf(`type = "hvm"\nname = "a"\nmemory = 512
disk = [ "/dev/vg/a,qcow2,hda,w",
         "/iso,,hdc:cdrom,r" ]
vif = [ "mac=00:16:3e:00:00:01,bridge=br0" ]
pci = [ "01:00.0,permissive=1" ]
`);
  const disks = partOf(page, 'Disks');
  assert.equal(
    rowOf(disks, '`disk` `hda`'),
    '`disk` `hda` | kind: disk; target: `/dev/vg/a`; format: `qcow2`; access: read and write | line 4',
  );
  assert.match(rowOf(disks, '`disk` `hdc`') ?? '', /kind: CD drive; .*access: read only \| line 5$/);
  assert.equal(
    rowOf(partOf(page, 'Network'), '`vif` `00:16:3e:00:00:01`'),
    '`vif` `00:16:3e:00:00:01` | mac: 00:16:3e:00:00:01 (from the range of Xen); bridge: `br0` | line 6',
  );
  assert.match(rowOf(partOf(page, 'Passthrough'), '`pci` `01:00.0`') ?? '', /bus 01, device 00, function 0; permissive: `1` \| line 7$/);
});

test('what does nothing is told with its reason', () => {
  const page = pageOf(`${PVH}memroy = 1\nvcpus = 3\nboot = "c"\ncmdline = "a"\nextra = "b"\nvif = "x"\ngic_version = "v2"\n`);
  assert.deepEqual(partOf(page, 'Without effect').trim().split('\n').slice(2), [
    '- Line 5, `vcpus`: `vcpus` on line 7 wins',
    '- Line 6, `memroy`: no xl knows this option',
    '- Line 8, `boot`: it is for HVM domains only',
    '- Line 10, `extra`: `cmdline` on line 9 wins',
    '- Line 11, `vif`: xl ignores its value',
    '- Line 12, `gic_version`: it does nothing on x86',
  ]);
  const old = pageOf(`${PVH}on_soft_reset = "destroy"\ndm_restrict = 1\n`, { xen: '4.10' });
  assert.equal(partOf(old, 'Without effect').includes('on_soft_reset'), false);
  assert.match(
    partOf(pageOf('name = "a"\nkernel = "/k"\nvpmu = 1\n', { xen: '4.15' }), 'Without effect'),
    /`vpmu`: xl 4\\\.15 does not read it/,
  );
  assert.match(
    pageOf('type = "hvm"\nname = "a"\nmemory = 9\nkernel = "/l/hvmloader"\n'),
    /Line 4, `kernel`: xl leaves it out of the domain/,
  );
  assert.match(pageOf(`${PVH}maxvcpus = "many"\n`), /Line 6, `maxvcpus`: xl ignores its value/);
});

test('passwords are not repeated', () => {
  const page = pageOf('name = "a"\nkernel = "/k"\nvncpasswd = "hunter2"\nvfb = [ "vnc=1,vncpasswd=hunter2" ]\n');
  assert.equal(page.includes('hunter2'), false);
  assert.match(page, /`vncpasswd` \| set, and not repeated here \| line 3/);
  assert.match(page, /vncpasswd: set, and not repeated here/);
});

test('a file that xl refuses, a template and Python have no domain, and the page says why', () => {
  assert.match(
    pageOf('name = "a"\nmemory = 5 12\nkernel = "/k"\n'),
    /^# `a`\n\n\*\*xl 4\.22 refuses this file, so there is no domain\.\*\*\n\n- Line 2: /,
  );
  assert.match(
    pageOf('name = "@NAME@"\ntype = "hvm"\n'),
    /\*\*This file is not a config yet, so there is no domain\.\*\*\n\n- Line 1: This is a template/,
  );
  assert.match(pageOf('import os\nname = "a"\n'), /This file is not a config yet/);
  assert.match(pageOf('\n'), /^# The domain\n/);
});

test('a domain that libxl refuses is described, with what is wrong', () => {
  const page = pageOf('type = "hvm"\nname = "a"\nmemory = 512\nbios = "rombios"\n');
  assert.match(page, /\*\*xl takes the file, but libxl refuses the domain:\*\*\n\n- Line 4: /);
  assert.match(page, /## Memory\n/);
});

test('whether it can move is told', () => {
  assert.match(
    partOf(pageOf('type = "hvm"\nname = "a"\nmemory = 512\npci = [ "01:00.0" ]\n'), 'Migration'),
    /\*\*tied to this host by PCI devices\*\*/,
  );
});

test('text of the file is shown and never obeyed', () => {
  const page = pageOf('name = "[x](command:y)"\nkernel = "/k`|<img>"\nextra = "${a} <b> [l](http://e.org)"\n');
  assert.doesNotMatch(page, /(?<!\\)<img|^# \[x\]\(/m);
});
