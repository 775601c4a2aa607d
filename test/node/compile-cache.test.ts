/** Starts with what V8 compiled at an earlier one. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { buildSync } from 'esbuild';
import { temporaryFolder } from '../support/cli-process';

const folder = temporaryFolder();
const program = join(folder, 'program.js');
const starter = join(folder, 'start.js');

before(() => {
  buildSync({
    stdin: {
      contents: "import { loadCompiled } from './server/src/node/compile-cache'; loadCompiled(process.argv[2]);",
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: starter,
  });
});

/** What the program prints, with its caches in a folder of the name. */
function start(cache: string, env: NodeJS.ProcessEnv = {}): string {
  const options = { encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: join(folder, cache), ...env } } as const;
  const { stdout, stderr } = spawnSync(process.execPath, [starter, program], options);
  return stdout + stderr;
}

const keptIn = (cache: string): string => join(folder, cache, 'xlcfg/code-cache');
const listKept = (cache: string): readonly string[] => (existsSync(keptIn(cache)) ? readdirSync(keptIn(cache)) : []);

function write(word: string, time = 1_000_000): void {
  writeFileSync(
    program,
    `const { basename } = require('node:path');
console.log('${word}', basename(__filename), typeof module.exports);
`,
  );
  utimesSync(program, time, time);
}

test('the second start uses what the first one left, and runs the same', () => {
  write('one');
  assert.equal(start('used'), 'one program.js object\n');
  const [name = ''] = listKept('used');
  const kept = join(keptIn('used'), name);
  assert.equal(listKept('used').length, 1);
  const before = statSync(kept).mtimeMs;
  assert.equal(start('used'), 'one program.js object\n');
  // What is taken is not written again.
  assert.equal(statSync(kept).mtimeMs, before);
});

test('another program of the same length is another program', () => {
  write('one');
  start('changed');
  write('two', 2_000_000);
  assert.equal(start('changed'), 'two program.js object\n');
  assert.equal(start('changed'), 'two program.js object\n');
});

test('files that are not whole are not used', () => {
  write('one');
  start('damaged');
  const kept = join(keptIn('damaged'), listKept('damaged')[0] ?? '');
  const bytes = readFileSync(kept);
  for (const damaged of [
    bytes.subarray(0, -1),
    bytes.subarray(0, 20),
    Buffer.alloc(0),
    Buffer.alloc(bytes.length),
    Buffer.concat([bytes, bytes]),
  ]) {
    writeFileSync(kept, damaged);
    assert.equal(start('damaged'), 'one program.js object\n');
  }
});

test('a folder in which others can write is left alone', { skip: process.platform === 'win32' }, () => {
  write('one');
  mkdirSync(keptIn('shared'), { recursive: true });
  chmodSync(keptIn('shared'), 0o777);
  assert.equal(start('shared'), 'one program.js object\n');
  assert.deepEqual(listKept('shared'), []);
});

test('a file that others can write is not taken', { skip: process.platform === 'win32' }, () => {
  write('one');
  start('writable');
  const kept = join(keptIn('writable'), listKept('writable')[0] ?? '');
  // Not even a whole one: this one would say something else.
  writeFileSync(kept, readFileSync(kept).toString('latin1').replaceAll('one', 'two'), 'latin1');
  assert.equal(start('writable'), 'two program.js object\n');
  chmodSync(kept, 0o666);
  assert.equal(start('writable'), 'one program.js object\n');
});

test('nothing is kept where the environment says so, or where no folder can be made', () => {
  write('one');
  assert.equal(start('off', { NODE_DISABLE_COMPILE_CACHE: '1' }), 'one program.js object\n');
  assert.deepEqual(listKept('off'), []);
  writeFileSync(join(folder, 'file'), '');
  assert.equal(start('file'), 'one program.js object\n');
});
