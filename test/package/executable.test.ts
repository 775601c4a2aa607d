/** The command line as one file: it says what the bundles say, without Node, and leaves nothing behind. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { before, describe, test } from 'node:test';
import { buildExecutable, EXECUTABLE } from '../../scripts/executable.mjs';
import { THIS_MACHINE } from '../../scripts/machine.mjs';
import { skipReason } from '../../scripts/skipping.mjs';
import { CLI, type ProcessRun, temporaryFolder } from '../support/cli-process';
import { makeElf, PVH_NOTE } from '../support/tiny-images';

/** Enough for a second thread. */
const MANY = 640;

const problem = await buildExecutable();
const folder = temporaryFolder();
const home = temporaryFolder();

function runProgram(program: string, args: readonly string[]): ProcessRun {
  const env = { HOME: home, PATH: '' };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { status, stdout, stderr };
}

function runExecutable(...args: readonly string[]): ProcessRun {
  return runProgram(resolve(EXECUTABLE), args);
}

/** What it says is what the bundles say. */
function sameOfBoth(...args: readonly string[]): ProcessRun {
  const own = runExecutable(...args);
  assert.deepEqual(own, runProgram(process.execPath, [CLI, ...args]));
  return own;
}

describe('the executable', { skip: skipReason('the executable', problem) }, () => {
  before(() => {
    const configs = readdirSync('examples').filter((name) => name.endsWith('.cfg'));
    for (const name of configs) copyFileSync(join('examples', name), join(folder, name));
    writeFileSync(join(folder, 'no-pv'), makeElf({ notes: [PVH_NOTE] }));
    writeFileSync(join(folder, 'pv.cfg'), `name = "a"\ntype = "pv"\nkernel = "${join(folder, 'no-pv')}"\n`);
    mkdirSync(join(folder, 'many'));
    for (let index = 0; index < MANY; index++) copyFileSync('examples/web1.cfg', join(folder, 'many', `${index}.cfg`));
  });

  test('writes nothing where people have their files', () => {
    assert.equal(runExecutable('check', 'web1.cfg').status, 0);
    assert.deepEqual(readdirSync(home), []);
  });

  test('checks, and looks into kernels', () => {
    assert.match(sameOfBoth('check', 'web1.cfg', 'gateway.cfg', 'pv.cfg').stdout, /pv-kernel-not-xen/);
    assert.match(sameOfBoth('kernel', 'no-pv').stdout, /PVH: boots/);
  });

  test('checks many files in threads', () => {
    assert.equal(sameOfBoth('check', 'many').status, 0);
    const [, threads] = /threads: (\d+)/.exec(runExecutable('check', '--stats', 'many').stderr) ?? [];
    assert.equal(Number(threads) > 1, availableParallelism() > 1);
  });

  test('explains rules', () => {
    assert.match(sameOfBoth('rule', 'unknown-option').stdout, /^unknown-option\n/);
    assert.equal(runExecutable('rule', '--format', 'markdown', 'unknown-option').stdout.includes('# unknown-option'), true);
  });

  test('gives no addresses for the pages that it has inside', () => {
    const ofBundles = runProgram(process.execPath, [CLI, 'check', '--format', 'json', 'web1.cfg']).stdout;
    assert.equal(
      JSON.stringify(JSON.parse(runExecutable('check', '--format', 'json', 'web1.cfg').stdout)),
      JSON.stringify(JSON.parse(ofBundles, (key, value: unknown) => (key === 'ruleUrl' ? undefined : value))),
    );
    const sarif = runExecutable('check', '--format', 'sarif', 'web1.cfg').stdout;
    assert.doesNotMatch(sarif, /helpUri|\]\(undefined\)/);
  });
});

test('where it cannot be built, one sentence says why', async () => {
  assert.equal(await buildExecutable({ ...THIS_MACHINE, platform: 'darwin' }), 'it is for Linux, and is built there');
  const node = join(folder, 'node');
  writeFileSync(node, readFileSync('LICENSE'));
  assert.equal(await buildExecutable({ ...THIS_MACHINE, platform: 'linux', node }), `${node} takes no programs into itself`);
});
