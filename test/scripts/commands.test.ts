/** `npm start` and the tests in VS Code as commands, in a copy of the project, with stand-ins for VS Code and its server. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import type { Machine } from '../../scripts/machine.mjs';
import { needsStandIns, type StandIns, withStandIns } from '../support/stand-ins';

const MADE = new Set(['.git', 'dist', 'node_modules', 'out', '.vscode-test']);

/** Copies the project, because its commands write into it; packaging is replaced by a package that is made at once. */
function copyProject({ folder }: StandIns): string {
  const copy = join(folder, 'my project');
  cpSync('.', copy, { recursive: true, filter: (path) => !MADE.has(relative('.', path)) });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  // The packages are those of this checkout, however old its lock file is.
  utimesSync(join(copy, 'package-lock.json'), 0, 0);
  writeFileSync(join(copy, 'scripts/package.mjs'), "export const VSIX = 'out/a.vsix';\n");
  mkdirSync(join(copy, 'out'));
  writeFileSync(join(copy, 'out/a.vsix'), zipSync({ 'extension/package.json': new TextEncoder().encode('{}') }));
  return copy;
}

/** A machine with nothing but what the test puts there: npm reaches no network. */
function environment({ folder, programs, add }: StandIns, changes: Machine['env']): NodeJS.ProcessEnv {
  const npm = add('npm-cli.js', 'console.error("offline"); process.exitCode = 1;');
  return { PATH: programs, XLCFG_CACHE: join(folder, 'cache'), npm_execpath: npm, ...changes };
}

const SERVER = `const http = require('node:http');
if (!process.argv.includes('--install-extension')) {
  const server = http.createServer((request, response) => response.end('a window'));
  server.listen(Number(process.argv[process.argv.indexOf('--port') + 1]), '127.0.0.1', () => {
    console.log('Extension host agent listening on ' + server.address().port);
  });
}
`;

function addServer({ folder }: StandIns): void {
  const root = join(folder, 'cache/code-server-4.100.3');
  const out = join(root, 'node_modules/code-server/lib/vscode/out');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(root, 'complete'), '');
  writeFileSync(join(out, 'server-main.js'), SERVER);
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((end) => child.on('exit', end));
}

test('npm start opens the window also for somebody who reads only the beginning of what it prints', needsStandIns, () =>
  withStandIns(async (standIns) => {
    const cwd = copyProject(standIns);
    standIns.add('code', 'log(process.argv.at(-1));');
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd,
      env: environment(standIns, { DISPLAY: ':7' }),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.destroy();
    assert.equal(await ended(child), 0);
    assert.deepEqual(standIns.calls(), [join(cwd, 'examples')]);
  }),
);

test('npm start without a desktop prints the address of a window in the browser, and stops its server', needsStandIns, () =>
  withStandIns(async (standIns) => {
    const cwd = copyProject(standIns);
    addServer(standIns);
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd,
      env: environment(standIns, {}),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    const url = await new Promise<string>((found, failed) => {
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const address = /VS Code with the extension: (http:\S+)\n/.exec(output)?.[1];
        if (address !== undefined) found(address);
      });
      child.on('exit', () => {
        failed(new Error(output));
      });
    });
    assert.match(output, /No desktop VS Code: there is no command code\./);
    assert.equal(await (await fetch(url)).text(), 'a window');
    assert.equal(new URL(url).searchParams.get('folder'), join(cwd, 'examples'));
    child.kill('SIGTERM');
    assert.equal(await ended(child), 0);
    await assert.rejects(fetch(url));
  }),
);

test('npm start says in one line that VS Code cannot be had', needsStandIns, () =>
  withStandIns((standIns) => {
    const cwd = copyProject(standIns);
    const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], {
      cwd,
      env: environment(standIns, {}),
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.equal(stderr, 'VS Code cannot be shown: there is no VS Code server (npm install code-server@4.100.3: offline)\n');
  }),
);

test('the tests in VS Code pass, fail and are skipped as the machine and its VS Code say', needsStandIns, () =>
  withStandIns((standIns) => {
    const cwd = copyProject(standIns);
    const runStep = (code: string, env: Machine['env'] = {}): readonly [number | null, string] => {
      const executable = standIns.add('Code', code);
      const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/test-vscode.mjs'], {
        cwd,
        env: environment(standIns, { XLCFG_VSCODE: executable, DISPLAY: ':7', CI: 'true', ...env }),
        encoding: 'utf8',
      });
      return [status, stdout + stderr];
    };
    const passing = "log(process.argv.slice(2)); fs.writeFileSync(process.env.XLCFG_SUITE_REPORT, 'passed');";
    const [status, output] = runStep(passing);
    assert.equal(status, 0, output);
    assert.match(output, /^Skipped: the tests in the VS Code server: npm install code-server@4\.100\.3: offline$/m);
    const [args] = standIns.calls() as [readonly string[]];
    const suite = args.find((arg) => arg.startsWith('--extensionTestsPath='))?.slice('--extensionTestsPath='.length) ?? '';
    assert.match(readFileSync(suite, 'utf8'), /mocha/i);
    const extension = args.find((arg) => arg.startsWith('--extensionDevelopmentPath='))?.slice('--extensionDevelopmentPath='.length) ?? '';
    assert.equal(readFileSync(join(extension, 'package.json'), 'utf8'), '{}');
    const [failed, reason] = runStep('process.exitCode = 1;');
    assert.equal(failed, 1);
    assert.match(reason, /^Failed: .*Code: the suite ended with 1$/m);
    assert.equal(runStep(passing, { XLCFG_TEST_ALL: '1' })[0], 1);
    assert.equal(runStep(passing, { XLCFG_VSCODE: '/nowhere' })[0], 1);
  }),
);
