/** How scripts start programs, on machines of every kind. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandFor, findProgram, type Machine, run } from '../../scripts/machine.mjs';
import { npmCommand } from '../../scripts/npm.mjs';
import { needsStandIns, withStandIns } from '../support/stand-ins';

const WINDOWS_NODE = 'C:\\Program Files\\nodejs\\node.exe';

function windows(files: readonly string[], env: Machine['env'] = {}): Machine {
  return {
    platform: 'win32',
    arch: 'x64',
    isRoot: false,
    env: { Path: 'C:\\Windows;C:\\My Tools\\bin', ...env },
    node: WINDOWS_NODE,
    exists: (path) => files.includes(path),
  };
}

test('on Windows a program is found by its endings, and a batch file runs in a shell, in quotes', () => {
  const path = 'C:\\My Tools\\bin\\code.cmd';
  const machine = windows([path]);
  assert.equal(findProgram(machine, 'code'), path);
  assert.equal(findProgram(machine, 'cod'), undefined);
  assert.deepEqual(commandFor(machine, path, ['--new-window', 'C:\\My Files\\a']), {
    file: `"${path}" "--new-window" "C:\\My Files\\a"`,
    args: [],
    shell: true,
  });
  assert.deepEqual(commandFor(machine, WINDOWS_NODE, ['a b']), { file: WINDOWS_NODE, args: ['a b'], shell: false });
});

test('npm runs as a program for Node: the one that runs the script, else the one beside Node, else the one on the path', () => {
  const given = 'D:\\npm\\bin\\npm-cli.js';
  const beside = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js';
  const command = 'C:\\My Tools\\bin\\npm.cmd';
  const all = [given, beside, command];
  assert.deepEqual(npmCommand(windows(all, { npm_execpath: given })), { path: WINDOWS_NODE, args: [given] });
  assert.deepEqual(npmCommand(windows(all)), { path: WINDOWS_NODE, args: [beside] });
  assert.deepEqual(npmCommand(windows(all, { npm_execpath: 'D:\\yarn\\yarn.js' })), { path: WINDOWS_NODE, args: [beside] });
  assert.deepEqual(npmCommand(windows([command])), { path: command, args: [] });
  assert.equal(npmCommand(windows([])), undefined);
  const linux = { ...windows(['/usr/lib/node_modules/npm/bin/npm-cli.js']), platform: 'linux', node: '/usr/bin/node' };
  assert.deepEqual(npmCommand(linux), {
    path: '/usr/bin/node',
    args: ['/usr/bin/../lib/node_modules/npm/bin/npm-cli.js'.replace('/bin/..', '')],
  });
});

test('a program runs with its arguments as they are; one that is missing has failed', needsStandIns, () =>
  withStandIns(({ machine, add, calls }) => {
    add('tool', 'log(process.argv.slice(2)); console.log("out"); console.error("err"); process.exitCode = 3;');
    assert.deepEqual(run(machine, 'tool', ['a b', '"', '$x']), { isDone: false, status: 3, text: 'out\nerr' });
    assert.deepEqual(calls(), [['a b', '"', '$x']]);
    assert.deepEqual(run(machine, 'tools', []), { isDone: false, status: null, text: 'there is no tools' });
  }),
);
