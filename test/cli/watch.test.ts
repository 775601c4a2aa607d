/** `check --watch`, `--stats` and the line of progress, in a process of its own. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Progress } from '../../server/src/cli/progress';
import type { Machine } from '../../server/src/cli/terminal';
import { CLI, runProcess, temporaryFolder } from '../support/cli-process';

const FINE = 'name = "a"\nmemory = 512\nkernel = "/k"\ntype = "pv"\n';
const onPosix = { skip: process.platform === 'win32' && 'signals end programs at once on Windows' };

test('what changes is checked again, alone, until somebody stops it', onPosix, async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'a.cfg'), FINE);
  writeFileSync(join(folder, 'sub/b.cfg'), `${FINE}vcpus = 1\nmemroy = 2\n`);
  const child = spawn(process.execPath, [CLI, 'check', '--watch', '.'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let heard: () => void = () => undefined;
  const hear = (data: Buffer): void => {
    output += data.toString();
    heard();
  };
  child.on('exit', () => {
    heard();
  });
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  /** What is printed from now on until it waits. */
  const nextRound = async (change: () => void): Promise<string> => {
    output = '';
    change();
    const deadline = setTimeout(() => child.kill('SIGKILL'), 20_000);
    while (!/Waiting for changes.*\n/.test(output) || !/checked/.test(output)) {
      assert.equal(child.signalCode, null, output);
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
    clearTimeout(deadline);
    return output;
  };
  assert.match(await nextRound(() => undefined), /sub\/b\.cfg:6:1: warning[^]*2 files checked/);
  const changed = await nextRound(() => writeFileSync(join(folder, 'a.cfg'), `${FINE}on_crash = "reboot"\n`));
  assert.match(changed, /^a\.cfg:5:12: error[^]*1 file checked/);
  assert.doesNotMatch(changed, /b\.cfg/);
  assert.match(
    await nextRound(() => writeFileSync(join(folder, 'sub/new.cfg'), `${FINE}maxmme = 1\n`)),
    /^sub\/new\.cfg:5:1[^]*1 file checked/,
  );
  const project = '{ "rules": { "unknown-option": "off" } }';
  assert.match(await nextRound(() => writeFileSync(join(folder, '.xlcfg.json'), project)), /3 files checked: 1 error, 0 warnings/);
  rmSync(join(folder, 'sub/new.cfg'));
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve([code, signal])));
  child.kill('SIGINT');
  assert.deepEqual(await ended, [0, null]);
});

test('--stats says what the run did', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.cfg'), `${FINE}memroy = 1\nvcpsu = 1\n`);
  const { stderr } = runProcess(['check', '--stats', 'a.cfg'], folder);
  assert.match(stderr, /^\d+\.\d\d s; files: 1; rules: \d+; threads: 1\n {2}2 {2}unknown-option\n$/);
});

function progressOf(isWatched: boolean, seconds: readonly number[]): string {
  let [text, time] = ['', 0];
  const machine = { isWatched, now: () => time, writeError: (each: string) => (text += each) } as unknown as Machine;
  const progress = new Progress(machine, (word) => (typeof word === 'string' ? word : JSON.stringify(word.data)), 10);
  for (const second of seconds) {
    time = second * 1000;
    progress.advance(2);
  }
  progress.clear();
  return text;
}

test('the line of progress comes after a second, on a terminal, and goes', () => {
  assert.equal(progressOf(false, [1, 2, 3]), '');
  assert.equal(progressOf(true, [0.2, 0.9]), '');
  assert.equal(progressOf(true, [0.5, 1.5, 1.51, 2]), '\r\u001b[K{"done":"4","total":"10"}\r\u001b[K{"done":"8","total":"10"}\r\u001b[K');
});
