/** `xlcfg why`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';

const CONFIG = 'name = "web1"\nkernel = "/k"\ndisk = [ "/dev/a,raw,xvda,w", "/dev/b,raw,xvda,w" ]\n';
const LOG = `Parsing config from web1.cfg
libxl: error: libxl_disk.c:343:device_disk_add: Domain 11:device already exists in xenstore
libxl: error: libxl_create.c:1672:domcreate_launch_dm: Domain 11:unable to add disk devices
`;

test('a log from standard input, with the line of the config that causes it', async () => {
  const { status, output } = await runCli(['why', '-', 'web1.cfg'], { '-': LOG, 'web1.cfg': CONFIG });
  assert.equal(status, 0);
  assert.match(
    output,
    /^device already exists in xenstore \(libxl: libxl refuses the domain\)\nTwo devices of the config are the same one/,
  );
  assert.match(output, /\n {2}1\. certain: Two disks have .* \(duplicate-vdev\)\n {5}web1\.cfg:3:43\n {4}3 \| disk = /);
  assert.match(output, /\n {2}2\. possible: /);
  assert.match(output, /\nWhere to look next:\n {2}`xlcfg check FILE` /);
  assert.doesNotMatch(output, /unable to add disk devices/, 'what only follows is left out');
});

test('the same as JSON, with positions as editors count', async () => {
  const { output } = await runCli(['why', '--format', 'json', LOG, 'web1.cfg'], { 'web1.cfg': CONFIG });
  const { version, messages } = JSON.parse(output) as { version: number; messages: readonly Record<string, unknown>[] };
  const [first, ...others] = messages;
  assert.deepEqual([version, others], [1, []]);
  assert.deepEqual([first?.['message'], first?.['program'], first?.['stage']], ['device already exists in xenstore', 'libxl', 'create']);
  const [cause] = first?.['causes'] as readonly Record<string, unknown>[];
  assert.deepEqual([cause?.['certainty'], cause?.['ruleId']], ['certain', 'duplicate-vdev']);
  assert.deepEqual(cause?.['range'], { start: { line: 2, character: 42 }, end: { line: 2, character: 46 } });
  assert.ok(Array.isArray(first?.['look']));
});

test('without a config, and as Markdown', async () => {
  const { status, output } = await runCli(['why', '--format', 'markdown', 'PCI device 0:2:0.0 is not assignable']);
  assert.equal(status, 0);
  assert.match(output, /^# What it means\n\n## `PCI device 0:2:0\.0 is not assignable`\n\n\*libxl: libxl refuses the domain\*\n/);
  assert.match(output, /\n1\. \*\*likely\*\*: The device is not bound to pciback/);
});

test('the status says whether anything is known, and what could not be read', async () => {
  assert.equal((await runCli(['why', 'something else'])).status, 1);
  assert.equal((await runCli(['why', ''])).status, 1);
  assert.equal((await runCli(['why', 'xl: maxvcpus < vcpus', 'none.cfg'])).status, 2);
  assert.equal((await runCli(['why', '-'])).status, 2);
});

test('several causes at one place show it once, and what was said cannot command the terminal', async () => {
  const { output } = await runCli(['why', 'PCI device 0:2:0.0 is not assignable', 'a.cfg'], {
    'a.cfg': 'type = "hvm"\nname = "a"\npci = [ "02:00.0" ]\n',
  });
  assert.equal(output.split('a.cfg:3:10').length, 2);
  const hostile = await runCli(['why', 'Illegal pool specified: \u202e\u001b]0;x\u0007']);
  assert.doesNotMatch(hostile.output, /[\u001b\u0007\u202e]/);
});
