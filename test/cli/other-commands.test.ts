/** `xlcfg parse`, `explain`, `options`, `rules` and `init`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';

test('parse prints the settings as xl stores them', async () => {
  const { status, output } = await runCli(['parse', '--format', 'json', 'a.cfg'], {
    'a.cfg': 'a = [ 1, "x\\n" ]\na += [ [ \'y\' ] ]\nb = 0x1f\n',
  });
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(output), {
    version: 1,
    files: [
      {
        path: 'a.cfg',
        settings: [
          { name: 'a', operation: '=', value: [], line: 1 },
          { name: 'a', operation: '+=', value: ['1', 'x\n', ['y']], line: 2 },
          { name: 'b', operation: '=', value: '0x1f', line: 3 },
        ],
      },
    ],
  });
});

test('parse prints the errors with their lines, and the line that xl names', async () => {
  const { status, output } = await runCli(['parse', '--format', 'json', 'a.cfg'], { 'a.cfg': '\na =\nb = c\n' });
  assert.equal(status, 1);
  assert.deepEqual(JSON.parse(output), {
    version: 1,
    files: [
      {
        path: 'a.cfg',
        errors: [
          { code: 'missing-value', line: 2, reportedLine: 1 },
          { code: 'unquoted-value', line: 3, reportedLine: 3 },
        ],
      },
    ],
  });
});

test('parse for people, and lists of any depth', async () => {
  assert.equal((await runCli(['parse', 'a'], { a: 'x = [ "p", 1 ]\n' })).output, 'a:1: x = ["p","1"]\n');
  const deep = await runCli(['parse', '--format', 'json', 'a'], { a: `x = ${'['.repeat(4996)}${']'.repeat(4996)}\n` });
  assert.equal(deep.status, 0);
  assert.equal((await runCli(['parse', 'none'])).status, 2);
});

test('options lists what the target reads', async () => {
  const countOf = async (xen: string): Promise<number> => {
    const { output } = await runCli(['options', '--format', 'json', '--xen', xen]);
    return (JSON.parse(output) as { readonly options: readonly unknown[] }).options.length;
  };
  assert.equal(await countOf('4.6'), 124);
  assert.equal(await countOf('4.22'), 172);
  assert.match((await runCli(['options'])).output, /^General\n {2}name +Names the domain\.\n/);
});

test('rules lists every rule', async () => {
  const { output } = await runCli(['rules', '--format', 'json']);
  const { rules } = JSON.parse(output) as { readonly rules: readonly { readonly id: string; readonly severity: string }[] };
  const severityOf = (id: string) => rules.find((rule) => rule.id === id)?.severity;
  assert.equal(severityOf('octal-number'), 'warning');
  assert.equal(severityOf('disk-depends-on-target'), 'off', 'on only where it is asked for');
  assert.match((await runCli(['rules'])).output, /^add-assign-number +warning +Reports/);
});

test('init writes a project file that is right, once', async () => {
  const { status, files } = await runCli(['init']);
  assert.equal(status, 0);
  const checked = await runCli(['check', 'a.cfg'], {
    'a.cfg': 'name = "a"\nkernel = "/k"\n',
    '.xlcfg.json': files.get('.xlcfg.json') ?? '',
  });
  assert.equal(checked.errors, '');
  assert.equal((await runCli(['init'], { '.xlcfg.json': '{}' })).status, 2);
  assert.match((await runCli(['init', '--schema'])).output, /"title": "xlcfg project file"/);
});

const DOMAIN = `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
vcpus = 2
disk = [ "/dev/vg/web1,raw,xvda,rw" ]
vif = [ "bridge=xenbr0" ]
`;

test('explain prints the domain in the shape of libxl', async () => {
  const { status, output } = await runCli(['explain', '--format', 'json', 'a.cfg'], { 'a.cfg': DOMAIN });
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(output), {
    version: 1,
    files: [
      {
        path: 'a.cfg',
        xen: '4.22',
        arch: 'x86',
        domain: {
          c_info: { type: 'pv', run_hotplug_scripts: 'True', name: 'web1' },
          b_info: {
            claim_mode: 'True',
            kernel: '/boot/vmlinuz',
            target_memkb: 524288,
            max_memkb: 524288,
            avail_vcpus: [0, 1],
            max_vcpus: 2,
          },
          disks: [{ pdev_path: '/dev/vg/web1', vdev: 'xvda', format: 'raw', readwrite: 1 }],
          nics: [{ devid: 0, bridge: 'xenbr0' }],
          on_reboot: 'restart',
          on_soft_reset: 'soft_reset',
        },
      },
    ],
  });
});

test('a template has no domain yet', async () => {
  const text = 'name = "@NAME@"\ntype = "hvm"\n';
  const { status, output } = await runCli(['explain', 'a.cfg'], { 'a.cfg': text });
  assert.equal(status, 1);
  assert.match(output, /a\.cfg:1:9: information: This is a template: `@NAME@` is still to be filled in/);
  const { output: json } = await runCli(['explain', '--format', 'json', 'a.cfg'], { 'a.cfg': text });
  const { files } = JSON.parse(json) as { readonly files: readonly { readonly domain?: unknown; readonly errors?: readonly unknown[] }[] };
  assert.deepEqual([files[0]?.domain, files[0]?.errors?.length], [undefined, 1]);
});

test('explain prints a field a line, and why there is no domain', async () => {
  const { status, output } = await runCli(['explain', 'a.cfg', 'b.cfg'], { 'a.cfg': DOMAIN, 'b.cfg': 'name = "a"\n' });
  assert.equal(status, 1);
  assert.match(output, /^a\.cfg\n {2}c_info:\n {4}type: pv\n/);
  assert.match(output, /\n {4}avail_vcpus: 0, 1\n/);
  assert.match(output, /\n {2}disks\[0\]:\n {4}pdev_path: \/dev\/vg\/web1\n/);
  assert.match(output, /b\.cfg:1:1: error: .*missing-kernel/);
});
