/** `xlcfg new`: the config of a domain from flags. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';

test('without flags it prints a whole config, which has no problem', async () => {
  const { status, output, errors } = await runCli(['new']);
  assert.deepEqual([status, errors], [0, '']);
  assert.match(output, /^type = "pvh"\nname = "linux"\n/);
  const checked = await runCli(['check', '--hints', '--max-warnings', '0', 'a.cfg'], {
    'a.cfg': output,
    '.xlcfg.json': '{ "migration": "ignored" }',
  });
  assert.equal(checked.output, '1 file checked: 0 errors, 0 warnings, 0 notes, 0 hints\n');
});

test('every flag has its place', async () => {
  const { status, output } = await runCli([
    ...['new', '--type', 'pv', '--name', 'db1', '--memory', '4G', '--vcpus', '4'],
    ...['--disk', '/dev/vg/db1', '--disk', '/srv/data.qcow2', '--iso', '/srv/cd.iso'],
    ...['--kernel', '/boot/vmlinuz-6.1', '--ramdisk', '/boot/initrd.img-6.1', '--cmdline', 'root=/dev/xvda "quoted"'],
    ...['--bridge', 'br0', '--bridge', 'br1', '--mac', '00:16:3e:00:00:01', '--mac', '00:16:3e:00:00:02', '--backend', 'net'],
    ...['--graphics', 'vnc', '--xen', '4.17.3', '--arch', 'x86'],
  ]);
  assert.equal(status, 0);
  assert.deepEqual(
    output.split('\n').filter((line) => line !== '' && !/^# [A-Z]|^# xl /.test(line)),
    [
      '# xlcfg: xen=4.17 arch=x86',
      'type = "pv"',
      'name = "db1"',
      'memory = 4096',
      'vcpus = 4',
      'kernel = "/boot/vmlinuz-6.1"',
      'ramdisk = "/boot/initrd.img-6.1"',
      `cmdline = 'root=/dev/xvda "quoted"'`,
      'disk = [',
      '    "format=raw, vdev=xvda, access=rw, target=/dev/vg/db1",',
      '    "format=qcow2, vdev=xvdb, access=rw, target=/srv/data.qcow2",',
      '    "format=raw, vdev=xvdc, access=ro, devtype=cdrom, target=/srv/cd.iso",',
      ']',
      'vif = [',
      '    "mac=00:16:3e:00:00:01, bridge=br0, backend=net",',
      '    "mac=00:16:3e:00:00:02, bridge=br1, backend=net",',
      ']',
      'vfb = [ "vnc=1,vnclisten=127.0.0.1" ]',
    ],
  );
});

test('a file is written once, and again only when that is asked for', async () => {
  const first = await runCli(['new', '--preset', 'windows', 'etc/win11.cfg']);
  assert.deepEqual([first.status, first.output, first.errors], [0, 'etc/win11.cfg written\n', '']);
  assert.match(first.files.get('etc/win11.cfg') ?? '', /^name = "win11"$/m);
  const again = await runCli(['new', 'etc/win11.cfg'], Object.fromEntries(first.files));
  assert.deepEqual([again.status, again.errors], [2, 'etc/win11.cfg is not written: it is there already\n']);
  assert.deepEqual(again.files, first.files);
  const forced = await runCli(['new', '--force', 'etc/win11.cfg'], Object.fromEntries(first.files));
  assert.equal(forced.status, 0);
  assert.match(forced.files.get('etc/win11.cfg') ?? '', /^type = "pvh"\nname = "win11"$/m);
  const fresh = await runCli(['new', '--force', 'a.cfg']);
  assert.equal(fresh.status, 0);
  assert.ok(fresh.files.has('a.cfg'));
});

test('what cannot be written is said', async () => {
  const { status, errors } = await runCli(['new', '--force', 'a.cfg'], { 'a.cfg': '' }, { unwritable: ['a.cfg'] });
  assert.deepEqual([status, errors], [2, 'a.cfg is not written: permission denied\n']);
});

test('a file in another encoding is replaced by one in UTF-8', async () => {
  const old = { kind: 'text', text: 'name = "\xe9"', encoding: 'latin1' } as const;
  const { files } = await runCli(['new', '--force', '--cmdline', 'x=é', 'a.cfg'], { 'a.cfg': old });
  assert.match(Buffer.from(files.get('a.cfg') ?? '', 'latin1').toString('utf8'), /^cmdline = "x=é"$/m);
});

test('a file name that cannot be the name of a domain leaves it to the default', async () => {
  const { files } = await runCli(['new', 'my guest.cfg']);
  assert.match(files.get('my guest.cfg') ?? '', /^name = "linux"$/m);
  const { files: named } = await runCli(['new', '--name', 'db', 'web.cfg']);
  assert.match(named.get('web.cfg') ?? '', /^name = "db"$/m);
});

test('the project says for which Xen it is, and a flag says it in the file', async () => {
  const project = { '.xlcfg.json': '{ "xen": "4.9", "arch": "x86" }' };
  const { output } = await runCli(['new', '--type', 'hvm'], project);
  assert.match(output, /^builder = "hvm"\n/);
  const flagged = await runCli(['new', '--type', 'hvm', '--xen', '4.20'], project);
  assert.match(flagged.output, /^# xlcfg: xen=4\.20\n\ntype = "hvm"\n/);
  const broken = await runCli(['new'], { '.xlcfg.json': '{' });
  assert.equal(broken.status, 2);
  assert.equal(broken.output, '');
});

test('answers that will not do are usage errors, all of them at once, and nothing is written', async () => {
  const { status, output, errors, files } = await runCli([
    'new',
    '--name',
    'a b',
    '--memory',
    'much',
    '--type',
    'pvh',
    '--boot',
    'iso',
    'a.cfg',
  ]);
  assert.deepEqual([status, output, files.size], [2, '', 0]);
  assert.deepEqual(
    errors.split('\n').map((line) => line.replace(/:.*/, '')),
    ['--name', '--memory', '--boot', ''],
  );
  const refused = await runCli(['new', '--type', 'xen']);
  assert.equal(refused.status, 2);
  assert.match(refused.errors, /Allowed choices are pv, pvh, hvm/);
});

test('what is only worth knowing does not keep the config back', async () => {
  const { status, output, errors } = await runCli(['new', '--cmdline', 'console = hvc0']);
  assert.equal(status, 0);
  assert.match(errors, /^note: --cmdline: /);
  assert.match(output, /^cmdline = "console = hvc0"$/m);
});

test('programs get the config, or what is wrong, as JSON', async () => {
  const made = await runCli(['new', '--format', 'json', '--cmdline', 'console = hvc0', 'a.cfg']);
  assert.equal(made.status, 0);
  const { version, files } = JSON.parse(made.output) as { readonly version: number; readonly files: readonly Record<string, unknown>[] };
  assert.equal(version, 1);
  assert.deepEqual(files, [
    {
      path: 'a.cfg',
      text: made.files.get('a.cfg'),
      problems: [
        {
          question: 'cmdline',
          message: 'A kernel takes `console = hvc0` for words of their own, because it splits at spaces',
          severity: 'information',
        },
      ],
    },
  ]);
  const refused = await runCli(['new', '--format', 'json', '--vcpus', 'x']);
  assert.equal(refused.status, 2);
  assert.deepEqual(JSON.parse(refused.output), {
    version: 1,
    files: [{ path: '-', problems: [{ question: 'vcpus', message: 'Write a whole number, 1 or more', severity: 'error' }] }],
  });
});
