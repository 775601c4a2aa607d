/** What is shipped, made from a clean copy of the project: the npm package as it installs and runs, and the VSIX. */
import assert from 'node:assert/strict';
import { sayInEnglish } from '../../server/src/messages/say';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { runNpm } from '../../scripts/npm.mjs';
import { bundledPackages, licenceOf } from '../../scripts/third-party.mjs';
import { KernelInspector } from '../../server/src/node/kernel/kernel-inspector';
import { temporaryFolder } from '../support/cli-process';
import { startServer } from '../support/language-server';
import { makeElf, PV_NOTES, PVH_NOTE } from '../support/tiny-images';

const NOT_COPIED = new Set(['node_modules', 'dist', 'out', '.git', '.vscode-test', 'corpus']);
const copy = temporaryFolder();
const user = temporaryFolder();
const installed = join(user, 'node_modules/xlcfg');

function runNode(
  args: readonly string[],
  cwd: string,
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function runInstalled(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return runNode([join(installed, manifestOf(installed).bin['xlcfg'] ?? ''), ...args], user);
}

interface Manifest {
  readonly main: string;
  readonly man: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

before(() => {
  cpSync('.', copy, { recursive: true, filter: (source) => !source.split(/[\\/]/).some((name) => NOT_COPIED.has(name)) });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  const packed = runNpm(['pack', '--offline', '--pack-destination', user], { cwd: copy });
  assert.ok(packed.isDone, packed.text);
  const archive = readdirSync(user).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(user, 'package.json'), '{ "private": true }\n');
  const { isDone, text } = runNpm(['install', '--offline', '--no-audit', '--no-fund', `./${archive}`], { cwd: user });
  assert.ok(isDone, text);
  mkdirSync(join(user, 'boot'));
  writeFileSync(join(user, 'boot/no-pv'), makeElf({ notes: [PVH_NOTE] }));
  writeFileSync(join(user, 'boot/no-pvh'), makeElf({ notes: PV_NOTES }));
  writeFileSync(join(user, '.xlcfg.json'), '{ "roots": { "/boot": "./boot" } }\n');
  writeFileSync(join(user, 'pv.cfg'), 'name = "a"\ntype = "pv"\nkernel = "/boot/no-pv"\n');
  writeFileSync(join(user, 'pvh.cfg'), 'name = "b"\ntype = "pvh"\nkernel = "/boot/no-pvh"\n');
});

test('the package holds every file that it names, and no source maps', () => {
  const { main, bin, man } = manifestOf(installed);
  for (const path of [main, ...Object.values(bin), ...man, 'docs/cli.md', 'docs/ci.md', 'packaging/gitlab/xlcfg.yml', 'LICENSE', 'NOTICE'])
    assert.ok(existsSync(join(installed, path)), path);
  for (const name of Object.keys(bin)) assert.ok(readdirSync(join(user, 'node_modules/.bin')).includes(name), name);
  assert.ok(!readdirSync(join(installed, 'dist')).some((name) => name.endsWith('.map')));
});

test('the installed command line looks into kernels', () => {
  const { status, stdout, stderr } = runInstalled('check', 'pv.cfg', 'pvh.cfg');
  assert.deepEqual([status, stderr], [1, '']);
  assert.match(stdout, /pv\.cfg:3:\d+: error: .*\(pv-kernel-not-xen, boot/);
  assert.match(stdout, /pvh\.cfg:3:\d+: error: .*\(pvh-kernel-not-pvh, boot/);
  const kernel = runInstalled('kernel', 'boot/no-pv');
  assert.equal(kernel.status, 0);
  assert.match(kernel.stdout, /PV: does not boot.*\n {2}PVH: boots/);
});

test('the installed server looks into kernels too', async () => {
  const program = join(installed, manifestOf(installed).bin['xlcfg-language-server'] ?? '');
  const server = await startServer({}, {}, undefined, [], program);
  const uri = pathToFileURL(join(user, 'pv.cfg')).href;
  let found: readonly (string | undefined)[] = [];
  server.open(uri, readFileSync(join(user, 'pv.cfg'), 'utf8'));
  while (!found.includes('pv-kernel-not-xen')) found = (await server.nextDiagnostics(uri)).map(({ code }) => code);
  await server.stop();
});

test('where the worker does not start, that is said once, and is not a success', async () => {
  rmSync(join(installed, 'dist/kernel-worker.js'));
  const { status, stderr } = runInstalled('check', 'pv.cfg', 'pvh.cfg');
  assert.equal(status, 2);
  assert.match(stderr, /^xlcfg: Kernels and disks are not looked into, because the worker does not start: Cannot find module [^\n]*\n$/);
  const warnings: string[] = [];
  const inspector = new KernelInspector({ path: join(installed, 'dist/kernel-worker.js') }, (warning) =>
    warnings.push(sayInEnglish(warning)),
  );
  for (const name of ['no-pv', 'no-pvh']) assert.equal((await inspector.inspect(join(user, 'boot', name))).kind, 'unreadable');
  assert.equal(warnings.length, 1);
});

test('the notice has the licence of every package that is bundled', async () => {
  const notice = readFileSync('NOTICE', 'utf8');
  const licences = (await bundledPackages()).map(licenceOf);
  assert.ok(licences.some(({ name }) => name === 'vscode-languageserver'));
  for (const { name, version, texts } of licences) {
    assert.ok(notice.includes(`\n${name} ${version} (`), name);
    for (const text of texts) assert.ok(notice.includes(text), `the licence of ${name}`);
  }
});

test('the VSIX is small, whole, and shows no picture that is not there', () => {
  const { status, stderr } = runNode(['scripts/package.mjs'], copy);
  assert.equal(status, 0, stderr);
  const bytes = readFileSync(join(copy, 'out/xlcfg.vsix'));
  assert.ok(bytes.length < 1_100_000, `${bytes.length} bytes`);
  const files = unzipSync(bytes);
  const readme = Buffer.from(files['extension/readme.md'] ?? []).toString();
  assert.match(readme, /^# Xen domain configs/);
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]*)\)|<img[^>]*src="([^"]*)"/g)].map(([, link, source]) => link ?? source ?? '');
  for (const picture of pictures) assert.ok(`extension/${picture}` in files, picture);
  const shipped = [
    'NOTICE',
    'LICENSE.txt',
    'changelog.md',
    'icons/icon.png',
    'dist/client.js',
    'dist/language-client.js',
    'dist/server.js',
    'dist/kernel-worker.js',
    'dist/cli.js',
    'dist/cli-main.js',
  ];
  for (const name of shipped) assert.ok(`extension/${name}` in files, name);
});
