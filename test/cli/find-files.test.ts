/** Which files `check` takes: named ones, and what is found in folders and by globs. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { judgeName } from '../../server/src/language-service';
import { runProcess, temporaryFolder } from '../support/cli-process';
import { runCli } from '../support/fake-terminal';
import { needsLinks, needsSpecialFiles } from '../support/special-files';

const CONFIG = 'name = "a"\nmemory = 512\nkernel = "/k"\nvcpus = 2\n';
const OTHER = 'key = value\nother = 2\n';

async function list(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  changed?: readonly string[],
): Promise<readonly string[]> {
  const { output } = await runCli(['check', '--list-files', ...args], files, changed === undefined ? {} : { changed });
  return output.split('\n').filter((line) => line !== '');
}

const TREE = {
  'a.xl': OTHER,
  'b.cfg': CONFIG,
  'c.cfg': OTHER,
  'web1.example.com': CONFIG,
  'README.md': CONFIG,
  'b.cfg.bak': CONFIG,
  'sub/deep/d.conf': CONFIG,
  'node_modules/e.cfg': CONFIG,
  'etc/xen/f.cfg': OTHER,
};

test('a folder stands for what is a config by its name or its content', async () => {
  assert.deepEqual(await list(['.'], TREE), ['a.xl', 'b.cfg', 'etc/xen/f.cfg', 'sub/deep/d.conf', 'web1.example.com']);
  assert.deepEqual(await list(['sub/'], TREE), ['sub/deep/d.conf']);
});

test('what check reports on is what --list-files says', async () => {
  const { output } = await runCli(['check', '--format', 'json', '.'], TREE);
  const { files } = JSON.parse(output) as { readonly files: readonly { readonly path: string }[] };
  assert.deepEqual(
    files.map(({ path }) => path),
    await list(['.'], TREE),
  );
});

test('what is named is taken, whatever it is called, and once', async () => {
  assert.deepEqual(await list(['c.cfg', 'README.md', '.', './c.cfg'], TREE), [
    'c.cfg',
    'README.md',
    ...['a.xl', 'b.cfg', 'etc/xen/f.cfg', 'sub/deep/d.conf', 'web1.example.com'],
  ]);
});

test('a glob stands for all that match', async () => {
  assert.deepEqual(await list(['*.cfg'], TREE), ['b.cfg', 'c.cfg']);
  assert.deepEqual(await list(['./sub/**/*.conf'], TREE), ['./sub/deep/d.conf']);
  assert.deepEqual(await list(['{a,b}.*'], TREE), ['a.xl', 'b.cfg', 'b.cfg.bak']);
  const { status, errors } = await runCli(['check', '*.none', 'b.cfg'], TREE);
  assert.deepEqual([status, errors], [2, '*.none: no such file\n']);
});

test('where no config is found, that is said, and no success', async () => {
  for (const flag of [[], ['--list-files']]) {
    const { status, errors } = await runCli(['check', ...flag, '.'], { 'c.cfg': OTHER });
    assert.equal(status, 2);
    assert.match(errors, /^No configs found\./);
  }
});

test('the project file leaves out files and folders', async () => {
  const project = '{ "ignore": ["sub/**", "*.xl"] }';
  assert.deepEqual(await list(['.'], { ...TREE, '.xlcfg.json': project }), ['b.cfg', 'etc/xen/f.cfg', 'web1.example.com']);
  assert.deepEqual(await list(['a.xl'], { ...TREE, '.xlcfg.json': project }), ['a.xl'], 'but not what is named');
  assert.deepEqual(await list(['**/*.cfg'], { ...TREE, '.xlcfg.json': '{ "ignore": ["etc"] }' }), ['b.cfg', 'c.cfg']);
  const inner = { ...TREE, '.xlcfg.json': project, 'sub/deep/.xlcfg.json': '{}' };
  assert.deepEqual(await list(['sub/deep'], inner), ['sub/deep/d.conf'], 'the nearest project file holds');
  assert.deepEqual(await list(['.'], { ...TREE, '.xlcfg.json': '{ "ignore": ["!sub/**"] }' }), ['sub/deep/d.conf']);
});

test('.gitignore holds in a checkout, above and below a folder', async () => {
  const ignoring = { ...TREE, '.gitignore': '*.xl\n/sub/deep/\n', 'etc/.gitignore': 'f.cfg\n' };
  assert.deepEqual(await list(['.'], { ...ignoring, '.git/HEAD': '' }), ['b.cfg', 'web1.example.com']);
  assert.deepEqual(await list(['sub'], { ...ignoring, '.git/HEAD': '' }), []);
  assert.equal((await list(['.'], ignoring)).length, 5, 'where git looks after nothing, it does not');
});

test('--changed takes what differs', async () => {
  assert.deepEqual(await list(['--changed'], TREE, ['b.cfg', 'README.md']), ['b.cfg']);
  assert.equal((await runCli(['check', '--changed'], TREE, { changed: [] })).status, 0);
  const { status, errors } = await runCli(['check', '--changed', 'main', '.'], TREE);
  assert.deepEqual([status, errors], [2, 'git is not here\n']);
});

test('shards share the files, and a file stays in its shard', async () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`d${index}.cfg`, CONFIG]));
  const shards = await Promise.all([1, 2, 3].map((index) => list(['--shard', `${index}/3`, '.'], many)));
  assert.deepEqual(shards.flat().sort(), Object.keys(many).sort());
  for (const shard of shards) assert.ok(shard.length > 8, `${shard.length} files`);
  const [first = []] = shards;
  const fewer = Object.fromEntries(Object.entries(many).filter(([name]) => name !== first[0]));
  assert.deepEqual(await list(['--shard', '1/3', '.'], fewer), first.slice(1));
  for (const shard of ['0/3', '4/3', '1', '1/0', 'x']) assert.equal((await runCli(['check', '--shard', shard, '.'], many)).status, 2);
});

test('standard input stands for a path', async () => {
  const files = { '-': 'memroy = 1\nname = "a"\nkernel = "/k"\n', 'sub/.xlcfg.json': '{ "rules": { "unknown-option": "error" } }' };
  const { output, status } = await runCli(['check', '--stdin-filename', 'sub/web.cfg', '-'], files);
  assert.equal(status, 1);
  assert.match(output, /^sub\/web\.cfg:1:1: error: Unknown option/m);
});

test('names say what cannot be a config', () => {
  assert.equal(judgeName('/x/web1.xl'), 'config');
  assert.equal(judgeName('/etc/xen/auto/web1'), 'config');
  assert.equal(judgeName('/etc/xen/web1.cfg'), 'config');
  for (const name of ['web1', 'web1.cfg', 'web1.example.pl', 'web1.hvm', 'web1.cfg.j2'])
    assert.equal(judgeName(`/x/${name}`), 'maybe', name);
  for (const name of ['a.md', 'a.cfg~', 'a.cfg.dpkg-old', 'a.j2', 'a.PNG', 'a.sh']) assert.equal(judgeName(`/x/${name}`), 'other', name);
});

function makeTree(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test('links to files count where the file is not found itself, and links to folders do not', needsLinks, () => {
  const folder = makeTree({ 'in/a.cfg': CONFIG, 'out/b.cfg': CONFIG, 'out/secret': OTHER });
  symlinkSync('a.cfg', join(folder, 'in/again.cfg'));
  symlinkSync('../out/b.cfg', join(folder, 'in/auto.xl'));
  symlinkSync('../out/b.cfg', join(folder, 'in/twice.xl'));
  symlinkSync('../out/secret', join(folder, 'in/secret.xl'));
  symlinkSync('../out', join(folder, 'in/folder'));
  symlinkSync('self', join(folder, 'in/self'));
  const { stdout, stderr } = runProcess(['check', '--list-files', 'in'], folder);
  assert.deepEqual([stdout, stderr], ['in/a.cfg\nin/auto.xl\n', '']);
  assert.equal(runProcess(['check', '--list-files', '.'], folder).stdout, 'in/a.cfg\nout/b.cfg\n');
});

test('special files in folders are passed over', needsSpecialFiles, () => {
  const folder = makeTree({ 'a.cfg': CONFIG });
  spawnSync('mkfifo', [join(folder, 'fifo.xl')]);
  const { status, stdout } = runProcess(['check', '.'], folder);
  assert.equal(status, 0, stdout);
  assert.match(stdout, /^1 file checked/m);
});

test('a pipe of the shell is read', needsSpecialFiles, () => {
  const command = `exec "$0" "$1" check --format json <(sleep 0.2; echo 'memroy = 1; name = "a"; kernel = "/k"')`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, 'dist/cli.js'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  assert.deepEqual([status, stderr], [0, '']);
  const { files } = JSON.parse(stdout) as { readonly files: readonly { readonly findings: readonly { readonly ruleId: string }[] }[] };
  assert.ok(files[0]?.findings.some(({ ruleId }) => ruleId === 'unknown-option'));
});

test('--skip-others takes of named files what a folder would, and is fine with nothing', async () => {
  const files = { ...TREE, 'old/g.cfg': CONFIG, 'gone/h.cfg': CONFIG, '.xlcfg.json': '{ "ignore": ["old/**", "gone"] }' };
  const named = Object.keys(files);
  assert.deepEqual(await list(['--skip-others', ...named], files), [
    'a.xl',
    'b.cfg',
    'web1.example.com',
    'sub/deep/d.conf',
    'etc/xen/f.cfg',
  ]);
  const nothing = await runCli(['check', '--skip-others', 'c.cfg', 'README.md'], files);
  assert.deepEqual([nothing.status, nothing.errors], [0, '']);
  assert.equal((await runCli(['check', '--skip-others', 'missing.cfg'], files)).status, 2);
});
