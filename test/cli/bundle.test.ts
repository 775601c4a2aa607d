/** The bundled program, as people run it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { needsSpecialFiles } from '../support/special-files';

const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
after(() => {
  rmSync(folder, { recursive: true });
});

function run(args: readonly string[], input = ''): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}

test('standard input', () => {
  const { status, stdout } = run(['check', '--format', 'json', '-'], 'name = "a"\nkernel = "/k"\n');
  assert.equal(status, 0);
  assert.equal((JSON.parse(stdout) as { readonly files: readonly { readonly path: string }[] }).files[0]?.path, '-');
});

function checkRefused(path: string): void {
  const { status, stderr } = run(['check', path]);
  assert.equal(status, 2, path);
  assert.match(stderr, /is not a regular file/);
}

test('a folder without configs is no success', () => {
  const { status, stderr } = run(['check', '.']);
  assert.deepEqual([status, stderr], [2, 'No configs found. A file that is named is taken, whatever it is called.\n']);
});

test('special files are refused without being read', needsSpecialFiles, () => {
  spawnSync('mkfifo', [join(folder, 'fifo')]);
  for (const path of ['fifo', '/dev/zero']) checkRefused(path);
});

test('a file far too large is refused with its reason', () => {
  const large = join(folder, 'large.cfg');
  writeFileSync(large, '');
  truncateSync(large, 5 * 2 ** 30);
  assert.match(run(['check', large]).stderr, /larger than 16 MiB/);
});

test('a file that is not UTF-8 keeps its bytes when it is fixed', () => {
  const path = join(folder, 'latin1.cfg');
  writeFileSync(path, Buffer.from('# caf\u00e9\nbuilder = "hvm"\nname = "a"\nmemory = 512\n', 'latin1'));
  assert.equal(run(['check', '--fix', path]).status, 0);
  assert.equal(readFileSync(path, 'latin1'), '# caf\u00e9\ntype = "hvm"\nname = "a"\nmemory = 512\n');
});

test('a byte-order mark is seen', () => {
  const path = join(folder, 'bom.cfg');
  writeFileSync(path, '\ufeffname = "a"\nkernel = "/k"\n');
  assert.match(run(['check', path]).stdout, /byte-order-mark/);
});

test('the nearest project file above counts', () => {
  writeFileSync(join(folder, '.xlcfg.json'), '{ "xen": "4.13" }');
  writeFileSync(join(folder, 'a.cfg'), 'name = "a"\nkernel = "/k"\n');
  assert.match(run(['check', '--format', 'json', 'a.cfg']).stdout, /"xen": "4\.13"/);
});
