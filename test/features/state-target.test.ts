/** Changing the Xen version of a config: its own words are changed, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, service } from '../support/check';
import { fuzzRuns } from '../support/fuzz-size';

function restate(text: string): string {
  return applyEdits(text, service.stateTarget(analyze(text), { xen: '4.17', arch: 'arm' }));
}

const CASES: readonly (readonly [string, string, string])[] = [
  ['a file that says nothing', 'name = "a"\n', '# xlcfg: xen=4.17 arch=arm\nname = "a"\n'],
  ['one with Windows line ends', 'name = "a"\r\n', '# xlcfg: xen=4.17 arch=arm\r\nname = "a"\r\n'],
  ['one with a byte-order mark', '\ufeffname = "a"\n', '\ufeff# xlcfg: xen=4.17 arch=arm\nname = "a"\n'],
  ['both words', '# xlcfg: xen=4.9 arch=x86\n', '# xlcfg: xen=4.17 arch=arm\n'],
  [
    'one word, with others around and a reason',
    '## xlcfg: fragment xen=4.9 migration=never -- old host\n',
    '## xlcfg: fragment xen=4.17 migration=never arch=arm -- old host\n',
  ],
  ['the last word', 'a = 1 # xlcfg: xen=4.9\n', 'a = 1 # xlcfg: xen=4.17 arch=arm\n'],
  [
    'words in several comments',
    '# xlcfg: xen=4.9\n# xlcfg: xen=4.10,fragment\n',
    '# xlcfg: xen=4.17\n# xlcfg: xen=4.17,fragment arch=arm\n',
  ],
];

for (const [title, before, after] of CASES) {
  test(`the target of ${title}`, () => {
    assert.equal(restate(before), after);
  });
}

test('whatever a text has, it says the target afterwards, and its settings are the same', () => {
  const word = fc.constantFrom('xen=4.9', 'arch=x86', 'arch=arm', 'fragment', 'migration=never', 'xen=', '--', 'so');
  const comment = fc.tuple(fc.constantFrom('# xlcfg:', '#xlcfg:', '### xlcfg:', '# other:'), fc.array(word, { maxLength: 4 }));
  const line = fc.oneof(
    comment.map(([head, words]) => `${head} ${words.join(' ')}`),
    fc.constantFrom('name = "a"', 'memory = 512', 'disk = [', ']', ''),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const [before, after] = [`${lines.join('\n')}\n`, restate(`${lines.join('\n')}\n`)];
      assert.deepEqual(analyze(after).model.target, { xen: '4.17', arch: 'arm' });
      assert.deepEqual(namesOf(after), namesOf(before));
    }),
    fuzzRuns(300),
  );
});

/** What xl keeps of a text, but for the lines, which move by one that is added. */
function namesOf(text: string): readonly string[] {
  const result = service.store(text);
  return result.kind === 'settings'
    ? result.settings.map(({ name, value }) => `${name} ${String(value)}`)
    : result.errors.map(({ code }) => code);
}
