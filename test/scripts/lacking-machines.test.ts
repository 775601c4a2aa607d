/** What is skipped on machines that lack something, in one line, and what is installed where it can be. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBrowser } from '../../scripts/browser.mjs';
import { prepareCompressors, prepareKernelImages } from '../../scripts/kernel-images.mjs';
import type { Machine } from '../../scripts/machine.mjs';
import { prepareRealXl } from '../../scripts/real-xl.mjs';
import { skipReason } from '../../scripts/skipping.mjs';
import { prepareVsCodeServer } from '../../scripts/vscode-server.mjs';
import { needsStandIns, type StandIns, withStandIns } from '../support/stand-ins';

/** What everything that is fetched or installed says of a machine, in the order of the list. */
function problems(machine: Machine, cache: string): readonly (string | undefined)[] {
  return [prepareRealXl(machine, cache), prepareKernelImages(machine, cache), prepareCompressors(machine), findBrowser(machine)].map(
    ({ problem }) => problem,
  );
}

test('without apt-get everything is missing', needsStandIns, () =>
  withStandIns(({ machine, folder }) => {
    assert.deepEqual(problems(machine, folder), [
      'its packages cannot be had: there is no apt-get',
      'they come from packages of Debian, and there is no apt-get',
      'gzip, bzip2, xz-utils, lzop, lz4, zstd cannot be installed without apt-get',
      'chromium cannot be installed without apt-get',
    ]);
  }),
);

test('on macOS and Windows nothing is asked of apt-get', needsStandIns, () =>
  withStandIns(({ machine, folder, add, calls }) => {
    add('apt-get', 'log(process.argv.slice(2))');
    for (const platform of ['darwin', 'win32']) {
      const found = problems({ ...machine, platform, exists: () => false }, folder);
      assert.ok(found.every((problem) => problem !== undefined && !problem.includes('\n')));
    }
    assert.deepEqual(calls(), []);
  }),
);

const OTHER_RELEASE = `
if (process.argv.includes('download')) {
  console.error('Reading package lists...\\nE: Unable to locate package xen-utils-4.17');
  process.exitCode = 100;
}
`;

test('another release of Debian does not have the packages', needsStandIns, () =>
  withStandIns(({ machine, folder, add }) => {
    add('apt-get', OTHER_RELEASE);
    add('apt-cache', '');
    assert.deepEqual(problems(machine, folder).slice(0, 2), [
      'its packages cannot be had: E: Unable to locate package xen-utils-4.17',
      'the packages for amd64 cannot be had: E: Unable to locate package xen-utils-4.17',
    ]);
  }),
);

test('root installs what is missing, after the lists; others are told that only root can', needsStandIns, () =>
  withStandIns(({ machine, add, calls, programs }) => {
    add(
      'apt-get',
      `log([process.argv.slice(2).filter((each) => /^[a-z]/.test(each)), process.env.DEBIAN_FRONTEND]);
      if (process.argv.includes('install')) fs.writeFileSync(${JSON.stringify(join(programs, 'chromium'))}, '');`,
    );
    assert.deepEqual(findBrowser({ ...machine, isRoot: false }), { problem: 'only root can install chromium' });
    assert.deepEqual(calls(), []);
    assert.deepEqual(findBrowser(machine), { path: join(programs, 'chromium') });
    assert.deepEqual(calls(), [
      [['update'], 'noninteractive'],
      [['install', 'chromium'], 'noninteractive'],
    ]);
    assert.deepEqual(findBrowser(machine), { path: join(programs, 'chromium') });
    assert.equal(calls().length, 2);
  }),
);

test('a package that cannot be installed is said with the reason of apt-get', needsStandIns, () =>
  withStandIns(({ machine, add }) => {
    add('apt-get', 'console.error("E: first\\nE: Package \'chromium\' has no installation candidate"); process.exitCode = 100;');
    assert.deepEqual(findBrowser(machine), {
      problem: "chromium cannot be installed: E: Package 'chromium' has no installation candidate",
    });
  }),
);

test('a browser that is named has to be there', () => {
  const machine: Machine = { platform: 'linux', arch: 'x64', isRoot: false, env: { CHROMIUM_PATH: '/a' }, node: '', exists: () => false };
  assert.equal(findBrowser(machine).problem, 'CHROMIUM_PATH names /a, which does not exist');
  assert.deepEqual(findBrowser({ ...machine, exists: () => true }), { path: '/a' });
});

test('a VS Code server that npm cannot fetch is not half a one', needsStandIns, () =>
  withStandIns(({ machine, folder, add }) => {
    const npm = add('npm-cli.js', 'console.error("npm error network\\nnpm error offline"); process.exitCode = 1;');
    const lonely = { ...machine, env: { ...machine.env, npm_execpath: npm } };
    assert.deepEqual(prepareVsCodeServer(lonely, folder), { problem: 'npm install code-server@4.100.3: npm error offline' });
    add('npm-cli.js', 'fs.mkdirSync("node_modules/code-server/lib/vscode/extensions", { recursive: true });');
    assert.equal(prepareVsCodeServer(lonely, folder).code, join(folder, 'code-server-4.100.3/node_modules/code-server/lib/vscode'));
  }),
);

test('only the variable of this project forbids to skip', () => {
  assert.equal(skipReason('a browser', undefined, { XLCFG_TEST_ALL: '1' }), false);
  for (const env of [{}, { CI: 'true' }, { CI: 'true', XLCFG_TEST_ALL: '0' }, { XLCFG_TEST_ALL: '' }]) {
    assert.equal(skipReason('a browser', 'no network', env), 'a browser cannot be had: no network');
  }
  assert.throws(() => skipReason('a browser', 'no network', { XLCFG_TEST_ALL: '1' }), /^Error: XLCFG_TEST_ALL is set, but a browser/);
});

function runPreparation(
  { folder, programs, add }: StandIns,
  env: Machine['env'],
): { readonly status: number | null; readonly lines: readonly string[] } {
  const npm = add('npm-cli.js', 'process.exitCode = 1;');
  const { status, stdout } = spawnSync(process.execPath, ['scripts/prepare.mjs'], {
    encoding: 'utf8',
    env: { PATH: programs, XLCFG_CACHE: join(folder, 'cache'), npm_execpath: npm, ...env },
  });
  return { status, lines: stdout.trimEnd().split('\n') };
}

test('a machine with nothing passes with one line for each thing it lacks, unless everything is demanded', needsStandIns, () =>
  withStandIns((standIns) => {
    const { status, lines } = runPreparation(standIns, { CI: 'true' });
    assert.equal(status, 0);
    assert.deepEqual(
      lines.map((line) => line.split(':').slice(0, 2).join(':')),
      [
        'Skipped: what needs the real xl 4.17',
        'Skipped: what needs kernel images',
        'Skipped: what needs programs that pack kernels',
        'Skipped: what needs programs that recipes are for',
        'Skipped: what needs a browser',
        'Skipped: what needs the VS Code server',
      ],
    );
    assert.equal(runPreparation(standIns, { XLCFG_TEST_ALL: '1' }).status, 1);
  }),
);
