/** The way into the desktop VS Code, with stand-ins for VS Code and for the display. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { openDisplay } from '../../scripts/display.mjs';
import type { Machine } from '../../scripts/machine.mjs';
import { openDesktop } from '../../scripts/open-desktop.mjs';
import { executableOf, findDesktops, runInDesktop, supportedVersions, unpackVsix } from '../../scripts/vscode-desktop.mjs';
import { needsStandIns, type StandIns, withStandIns } from '../support/stand-ins';

const FILES = { workspace: '/my files/examples', extension: '/my files/extension', suite: '/my files/suite/index.js' };
const WITH_DISPLAY = { DISPLAY: ':7', VSCODE_PID: '1', ELECTRON_RUN_AS_NODE: '1', HOME: '/home/a' };

/** A VS Code that says how it was started, and runs a suite that passes. */
const PASSING = `log({ args: process.argv.slice(2), env: Object.keys(process.env), display: process.env.DISPLAY });
fs.writeFileSync(process.env.XLCFG_SUITE_REPORT, 'passed');`;

/** A display that tells its number, lives until it is stopped, and says so. */
const XVFB = `log(process.argv.slice(2)); fs.writeSync(3, '42\\n');
setInterval(() => undefined, 1000);
process.on('SIGTERM', () => { log('stopped'); process.exit(0); });`;

interface Start {
  readonly args: readonly string[];
  readonly env: readonly string[];
  readonly display?: string;
}

test('the suite runs in a window of its own, without the sandbox and with a profile that is cleared away', needsStandIns, () =>
  withStandIns(async ({ machine, add, calls }) => {
    assert.deepEqual(await runInDesktop(machine, add('Code', PASSING), FILES), {});
    const [{ args, env, display }] = calls() as [Start];
    for (const arg of [
      FILES.workspace,
      '--no-sandbox',
      '--disable-workspace-trust',
      `--extensionDevelopmentPath=${FILES.extension}`,
      `--extensionTestsPath=${FILES.suite}`,
    ]) {
      assert.ok(args.includes(arg), arg);
    }
    const profile = args.find((arg) => arg.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length) ?? '';
    assert.notEqual(profile, '');
    assert.equal(existsSync(join(profile, '..')), false);
    assert.equal(display, ':7');
    assert.deepEqual(
      env.filter((name) => /^(?:VSCODE|ELECTRON)_/.test(name)),
      [],
    );
    assert.ok(env.includes('HOME'));
  }, WITH_DISPLAY),
);

test('a suite that fails, a window that crashes and one that runs nothing are failures', needsStandIns, () =>
  withStandIns(async ({ machine, add }) => {
    const failureOf = async (code: string): Promise<string | undefined> => (await runInDesktop(machine, add('Code', code), FILES)).failure;
    assert.equal(await failureOf('process.exitCode = 1;'), 'the suite ended with 1');
    assert.equal(
      await failureOf("process.kill(process.pid, 'SIGSEGV'); setInterval(() => undefined, 1000);"),
      'the suite ended with SIGSEGV',
    );
    assert.match((await failureOf('')) ?? '', /Code ended without running the suite$/);
    assert.match((await runInDesktop(machine, join('/nowhere', 'Code'), FILES)).failure ?? '', /does not start/);
  }, WITH_DISPLAY),
);

test('without a display one in memory is started, and stopped at the end', needsStandIns, () =>
  withStandIns(async ({ machine, add, calls }) => {
    add('Xvfb', XVFB);
    assert.deepEqual(await runInDesktop(machine, add('Code', PASSING), FILES), {});
    const [xvfb, start] = calls() as [readonly string[], Start];
    assert.deepEqual(xvfb.slice(0, 2), ['-displayfd', '3']);
    assert.equal(start.display, ':42');
    await waitFor(() => calls().includes('stopped'));
  }),
);

/** The end of another process is seen a little later. */
async function waitFor(look: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1000 && !look(); tries++) await new Promise((resume) => setTimeout(resume, 20));
  assert.ok(look());
}

test('where a display can neither be started nor installed, the tests are skipped with the reason', needsStandIns, () =>
  withStandIns(async ({ machine, add, calls }) => {
    const code = add('Code', PASSING);
    assert.deepEqual(await runInDesktop({ ...machine, isRoot: false }, code, FILES), {
      problem: 'there is no display, and xvfb cannot be installed without apt-get',
    });
    add('apt-get', 'log(process.argv.at(-1))');
    assert.deepEqual(await runInDesktop({ ...machine, isRoot: false }, code, FILES), {
      problem: 'there is no display, and only root can install xvfb',
    });
    add('Xvfb', 'process.exitCode = 1;');
    assert.deepEqual(await openDisplay(machine), { problem: 'there is no display, and Xvfb ends with 1' });
    assert.deepEqual(calls(), []);
    for (const platform of ['darwin', 'win32']) assert.equal((await openDisplay({ ...machine, platform })).problem, undefined);
  }),
);

test('root installs the display and the libraries that are missing', needsStandIns, () =>
  withStandIns(async ({ machine, add, calls, folder }) => {
    const isInstalled = JSON.stringify(join(folder, 'installed'));
    add('ldd', `if (!fs.existsSync(${isInstalled})) console.log('\\tlibxkbfile.so.1 => not found');`);
    const code = add('Code', PASSING);
    assert.deepEqual(await runInDesktop({ ...machine, isRoot: false }, code, FILES), {
      problem:
        'it lacks libxkbfile.so.1, and libasound2, libatk-bridge2.0-0, libatspi2.0-0, libcups2, libgbm1, libgtk-3-0, libnss3, libsecret-1-0, libxkbfile1 cannot be installed without apt-get',
    });
    add('apt-get', `log(process.argv.at(-1)); if (process.argv.includes('install')) fs.writeFileSync(${isInstalled}, '');`);
    assert.deepEqual(await runInDesktop({ ...machine, env: { ...machine.env, DISPLAY: ':7' } }, code, FILES), {});
    assert.deepEqual(calls().slice(0, 2), ['update', 'libxkbfile1']);
  }),
);

test('the lowest supported version and the newest are downloaded; what cannot be reached once is not asked again', async () => {
  const machine: Machine = { platform: 'linux', arch: 'x64', isRoot: false, env: {}, node: '', exists: () => true };
  const versions = supportedVersions({ engines: { vscode: '^1.100.0' } });
  assert.deepEqual(versions, ['1.100.0', 'stable']);
  const asked: string[] = [];
  const all = await findDesktops(machine, versions, async (version) => `/code-${version}`);
  assert.deepEqual(
    all.desktops.map(({ executable }) => executable),
    ['/code-1.100.0', '/code-stable'],
  );
  const none = await findDesktops(machine, versions, async (version) => {
    asked.push(version);
    throw new Error('no network');
  });
  assert.deepEqual(none, { desktops: [], problem: 'VS Code 1.100.0 cannot be downloaded: no network' });
  assert.deepEqual(asked, ['1.100.0']);
});

test('XLCFG_VSCODE names an installed one, which nothing is downloaded for', needsStandIns, () =>
  withStandIns(async ({ machine, add, folder }) => {
    const named = (path: string): Machine => ({ ...machine, env: { XLCFG_VSCODE: path } });
    const download = (): Promise<string> => assert.fail('nothing is downloaded');
    const code = add('Code', '');
    assert.deepEqual(await findDesktops(named(code), ['stable'], download), { desktops: [{ title: code, executable: code }] });
    await assert.rejects(
      findDesktops(named('/nowhere/Code'), ['stable'], download),
      /XLCFG_VSCODE names \/nowhere\/Code, which does not exist/,
    );
    // As packages install it: a link on the path, to a script below the program.
    mkdirSync(join(folder, 'share/code/bin'), { recursive: true });
    for (const path of ['share/code/bin/code', 'share/code/code']) writeFileSync(join(folder, path), '');
    symlinkSync(join(folder, 'share/code/bin/code'), join(folder, 'code'));
    const { desktops } = await findDesktops(named(join(folder, 'code')), ['stable'], download);
    assert.deepEqual(
      desktops.map(({ executable }) => executable),
      [join(folder, 'share/code/code')],
    );
  }),
);

test('the command of macOS and Windows leads to its program', () => {
  const exists = (path: string): boolean => /Code\.exe$|Electron$/.test(path);
  assert.equal(
    executableOf({ platform: 'win32', exists }, 'C:\\My Programs\\VS Code\\bin\\code.cmd'),
    'C:\\My Programs\\VS Code\\Code.exe',
  );
  const app = '/Applications/Visual Studio Code.app/Contents';
  assert.equal(executableOf({ platform: 'darwin', exists }, `${app}/Resources/app/bin/code`), `${app}/MacOS/Electron`);
  assert.equal(executableOf({ platform: 'linux', exists }, '/usr/bin/code'), '/usr/bin/code');
});

test('a VSIX is unpacked to the folder of the extension', needsStandIns, () =>
  withStandIns(({ folder }) => {
    const vsix = join(folder, 'a.vsix');
    const text = (content: string): Uint8Array => new TextEncoder().encode(content);
    writeFileSync(
      vsix,
      zipSync({ 'extension.vsixmanifest': text('x'), 'extension/dist/a.js': text('1'), 'extension/package.json': text('{}') }),
    );
    mkdirSync(join(folder, 'unpacked/old'), { recursive: true });
    unpackVsix(vsix, join(folder, 'unpacked'));
    assert.equal(readFileSync(join(folder, 'unpacked/dist/a.js'), 'utf8'), '1');
    assert.deepEqual([existsSync(join(folder, 'unpacked/old')), existsSync(join(folder, 'extension.vsixmanifest'))], [false, false]);
  }),
);

function startedWith({ machine, add, calls }: StandIns, changes: Partial<Machine>): readonly unknown[] {
  add('code', 'log(process.argv.slice(2));');
  assert.equal(openDesktop({ ...machine, ...changes }, 'examples'), undefined);
  return calls().at(-1) as readonly string[];
}

test('npm start opens the window that there is, for root without the sandbox and with a profile', needsStandIns, () =>
  withStandIns(
    (standIns) => {
      const own = ['--new-window', `--extensionDevelopmentPath=${process.cwd()}`, join(process.cwd(), 'examples')];
      assert.deepEqual(startedWith(standIns, { isRoot: false }), own);
      const profile = `--user-data-dir=${join(process.cwd(), 'out/start/desktop')}`;
      assert.deepEqual(startedWith(standIns, { isRoot: true }), [own[0], '--no-sandbox', profile, ...own.slice(1)]);
    },
    { WAYLAND_DISPLAY: 'wayland-0' },
  ),
);

test('npm start says why there is no window', needsStandIns, () =>
  withStandIns(({ machine, add, programs, calls }) => {
    assert.equal(openDesktop(machine, 'examples'), 'there is no command code');
    add('code', 'log(1); console.error("broken"); process.exitCode = 5;');
    assert.equal(openDesktop(machine, 'examples'), 'there is no display');
    assert.deepEqual(calls(), []);
    const withDisplay = { ...machine, env: { ...machine.env, DISPLAY: ':0' } };
    assert.equal(openDesktop(withDisplay, 'examples'), `${join(programs, 'code')} ended with 5: broken`);
    rmSync(join(programs, 'code'));
    assert.equal(openDesktop(withDisplay, 'examples'), 'there is no command code');
  }),
);
