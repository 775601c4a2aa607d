/** Globs of the project file: what they match, beside picomatch, and that none of them takes long. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { sayInEnglish } from '../../server/src/messages/say';
import { readGlob } from '../../server/src/project/glob';

function matches(glob: string, path: string): boolean {
  const read = readGlob(glob);
  assert.ok('matches' in read, glob);
  return read.matches(path);
}

test('what each sign of a glob stands for', () => {
  const cases: readonly (readonly [glob: string, matching: readonly string[], others: readonly string[]])[] = [
    ['a.cfg', ['a.cfg'], ['b/a.cfg', 'aXcfg', 'a.cfg2']],
    ['./a.cfg', ['a.cfg'], ['x/a.cfg']],
    ['*.cfg', ['a.cfg', '.cfg', '.hidden.cfg'], ['x/a.cfg', 'a.cfg/x']],
    ['edge/**', ['edge', 'edge/a', 'edge/x/y/.a'], ['edges/a', 'x/edge/a']],
    ['**/a', ['a', 'x/a', 'x/y/a'], ['xa', 'a/x']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb', 'a/x/y/c']],
    ['**', ['a', 'a/b'], ['../a']],
    ['a**b', ['ab', 'axb'], ['a/b']],
    ['?.cfg', ['a.cfg', '\u{1f427}.cfg'], ['ab.cfg', '/.cfg']],
    ['[a-cx].cfg', ['b.cfg', 'x.cfg'], ['d.cfg']],
    ['[!a-c].cfg', ['d.cfg'], ['a.cfg', '/.cfg']],
    ['[]].cfg', ['].cfg'], ['a.cfg']],
    ['[a', ['[a'], ['a']],
    ['{a,b/**}.x', ['a.x'], ['b.x2']],
    ['{web,db}-{1,2}/*', ['web-1/a', 'db-2/b'], ['web-3/a', 'web/a']],
    ['x{,y{1,2}}', ['x', 'xy1', 'xy2'], ['xy']],
    ['{a}', ['{a}'], ['a']],
    ['{a,b', ['{a,b'], ['a']],
    ['\\*', ['*'], ['a']],
    ['a (1).cfg', ['a (1).cfg'], ['a 1.cfg']],
    ['!edge/**', ['a', 'x/a'], ['edge/a']],
    ['../shared/*', ['../shared/a'], ['shared/a']],
    ['**/a.cfg', ['a.cfg'], ['../a.cfg']],
  ];
  for (const [glob, matching, others] of cases) {
    for (const path of matching) assert.ok(matches(glob, path), `${glob} matches ${path}`);
    for (const path of others) assert.ok(!matches(glob, path), `${glob} does not match ${path}`);
  }
});

test('what is not a glob is said in words', () => {
  const problemOf = (glob: string): string => {
    const read = readGlob(glob);
    assert.ok('template' in read, glob);
    return sayInEnglish(read);
  };
  assert.equal(problemOf(''), 'is empty');
  assert.equal(problemOf('!'), 'is empty');
  assert.equal(problemOf('a'.repeat(70_000)), 'is longer than 500 characters');
  assert.equal(problemOf('!(a).cfg'), 'has a group in parentheses, which xlcfg does not read');
  assert.equal(problemOf('@(a|b)'), 'has a group in parentheses, which xlcfg does not read');
  assert.equal(problemOf('a{1..3}'), 'has a range in braces, which xlcfg does not read');
});

test('globs as people write them match as with picomatch', () => {
  const name = fc.stringMatching(/^[abc]{1,3}$/);
  const word = fc.oneof(
    { weight: 4, arbitrary: name },
    fc.constantFrom('*', '?', '[ab]', '[^a]', '[a-b]', '{a,bc}', '{a*,c}', '*.cfg', '.a', 'a*', '*b*'),
  );
  const segment = fc.oneof(
    fc.constant('**'),
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('')),
  );
  const glob = fc
    .array(segment, { minLength: 1, maxLength: 4 })
    .map((segments) => segments.map((each) => (each === '**' ? each : each.replace(/\*{2,}/g, '*'))).join('/'))
    // With picomatch `a/**` matches the folder itself, but `a*` in front of it does not.
    .filter((each) => !/(?:^|[^*])\*\/(?:\*\*\/)*\*\*$/.test(each));
  const path = fc
    .array(fc.oneof(name, fc.constantFrom('.a', 'a.cfg', '.cfg')), { minLength: 1, maxLength: 4 })
    .map((names) => names.join('/'));
  fc.assert(
    fc.property(glob, path, (pattern, each) => {
      assert.equal(matches(pattern, each), picomatch(pattern, { dot: true })(each));
    }),
    { numRuns: 5000 },
  );
});

test('a glob that lets a regular expression try everything is followed once', () => {
  for (const unit of ['*a', '{a,aa}', '**/', '{*,**}', '[a]*', '?*', '{', '{,', '[']) {
    const glob = readGlob(`${unit.repeat(500 / unit.length - 1)}b`);
    if ('matches' in glob) assert.ok(!glob.matches(`${'a'.repeat(4000)}c`), unit);
  }
});
