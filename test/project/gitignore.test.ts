/** `.gitignore`, compared with git itself. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { GitIgnore } from '../../server/src/project/gitignore';
import { temporaryFolder } from '../support/cli-process';

const hasGit = spawnSync('git', ['--version']).status === 0;

function judge(text: string, path: string): string | undefined {
  return new GitIgnore(text).judge(path, false);
}

test('the last pattern that matches has the word', () => {
  assert.equal(judge('*.cfg\n!keep.cfg\n', 'a.cfg'), 'ignored');
  assert.equal(judge('*.cfg\n!keep.cfg\n', 'x/keep.cfg'), 'kept');
  assert.equal(judge('!keep.cfg\n*.cfg\n', 'keep.cfg'), 'ignored');
  assert.equal(judge('*.cfg\n', 'a.xl'), undefined);
});

test('a pattern with a slash is one of the path, and one that ends with it of folders', () => {
  assert.equal(judge('/a.cfg', 'x/a.cfg'), undefined);
  assert.equal(judge('x/*.cfg', 'x/a.cfg'), 'ignored');
  assert.equal(judge('x/*.cfg', 'y/x/a.cfg'), undefined);
  assert.equal(new GitIgnore('out/').judge('y/out', true), 'ignored');
  assert.equal(judge('out/', 'y/out'), undefined);
});

test('comments, blanks, byte order marks and line ends', () => {
  assert.equal(judge('\ufeff# a.cfg\r\n\r\na.cfg  \r\n', 'a.cfg'), 'ignored');
  assert.equal(judge('a\\ ', 'a '), 'ignored');
  assert.equal(judge('\\#a', '#a'), 'ignored');
  assert.equal(judge('\\!a', '!a'), 'ignored');
  assert.equal(judge('a\\', 'a'), undefined);
});

test('what takes other programs long takes no time', () => {
  const start = performance.now();
  judge(`${'*a'.repeat(100)}b`, 'a'.repeat(4000));
  assert.ok(performance.now() - start < 5000);
});

const NAMES = ['a', 'b.cfg', '.a', 'a b', '{a}', '#a', '!a', 'a(b', '[a'];
const pieces = fc.constantFrom(
  'a',
  'b',
  '.',
  '*',
  '**',
  '?',
  '[ab]',
  '[!a]',
  '[a-z]',
  '\\*',
  '\\',
  '/',
  '!',
  '#',
  ' ',
  '{a}',
  'a(b',
  '.cfg',
);
const pattern = fc
  .array(pieces, { minLength: 1, maxLength: 5 })
  .map((each) => each.join(''))
  // Of stars that are no whole name, git makes different things.
  .filter((each) => !/[^/]\*\*|\*\*[^/]/.test(each));

test('git says the same', { skip: hasGit ? false : 'needs git' }, () => {
  const folder = temporaryFolder();
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  const paths = NAMES.flatMap((name) => [name, ...NAMES.map((below) => `${name}/${below}`)]);
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 3 }), (patterns) => {
      const text = `${patterns.join('\n')}\n`;
      writeFileSync(join(folder, '.gitignore'), text);
      const { stdout, status, stderr } = spawnSync('git', ['check-ignore', '--no-index', '--stdin', '-z'], {
        cwd: folder,
        input: paths.join('\0'),
        encoding: 'utf8',
      });
      assert.ok(status === 0 || status === 1, stderr);
      const ignored = new Set(stdout.split('\0').filter((each) => each !== ''));
      const ignore = new GitIgnore(text);
      for (const path of paths) {
        const [folderName = '', ...rest] = path.split('/');
        // No path here exists, so git takes each for a file, and those above it for folders.
        const isBelowIgnored = rest.length > 0 && ignore.judge(folderName, true) === 'ignored';
        assert.equal(isBelowIgnored || ignore.judge(path, false) === 'ignored', ignored.has(path), `${JSON.stringify(text)} ${path}`);
      }
    }),
    { numRuns: 150 },
  );
});

test('globs that take long cost no more than a few of them, and names behind them count', () => {
  const file = new GitIgnore(`${`**/${'*a'.repeat(240)}b\n`.repeat(1900)}aaa.cfg\n*.img\n`);
  const start = performance.now();
  for (let count = 0; count < 20; count++) assert.equal(file.judge(`${'a'.repeat(200)}${count}.cfg`, false), undefined);
  assert.ok(performance.now() - start < 10_000);
  assert.deepEqual([file.judge('x/aaa.cfg', false), file.judge('y.img', false)], ['ignored', 'ignored']);
});
