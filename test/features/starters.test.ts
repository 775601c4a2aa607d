/** Whole domains to start from. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { STARTERS } from '../../server/src/features/starter-list';
import { plainText } from '../../server/src/features/snippet';
import { DEFAULT_TARGET } from '../../server/src/schema/target';
import { isSince, XEN_VERSIONS } from '../../server/src/schema/xen-version';
import { analyze, completionsAt, DEFAULT_SETTINGS, service } from '../support/check';
import { readCursor } from '../support/marks';

const LONG_WORDS = STARTERS.map(({ words }) => words[0]);
const SHORT_WORDS = STARTERS.flatMap(({ words }) => words.slice(1));

test('in an empty file they come first', () => {
  for (const fixture of ['$0', '\n$0\n', '# a domain\n$0', 'd$0']) {
    assert.deepEqual(completionsAt(fixture).slice(0, LONG_WORDS.length), LONG_WORDS);
  }
});

test('elsewhere they come last', () => {
  const offered = completionsAt('name = "a"\n$0');
  assert.deepEqual(offered.slice(-LONG_WORDS.length - SHORT_WORDS.length), [...LONG_WORDS, ...SHORT_WORDS]);
});

test('no word is that of an option, or of another starter', () => {
  const words = [...LONG_WORDS, ...SHORT_WORDS];
  assert.equal(new Set(words).size, words.length);
  assert.deepEqual(
    service
      .listOptions(DEFAULT_TARGET)
      .map(({ name }) => name)
      .filter((name) => words.includes(name)),
    [],
  );
});

for (const { title, since, body } of STARTERS) {
  const text = plainText(body);

  test(`${title} is right for every release that it is offered for, and for none before`, () => {
    for (const xen of XEN_VERSIONS) {
      const { findings } = analyze(text, { ...DEFAULT_SETTINGS, target: { xen } });
      if (isSince(xen, since)) assert.deepEqual(findings, [], xen);
      else assert.notDeepEqual(findings, [], xen);
    }
  });
}

test('a target is offered what it takes', () => {
  const offered = completionsAt('$0', { ...DEFAULT_SETTINGS, target: { xen: '4.17' } });
  assert.ok(offered.includes('domain-windows') && offered.includes('domain-stubdom'));
  assert.ok(!offered.includes('domain-pygrub') && !offered.includes('pygrub') && !offered.includes('domain-arm-virtio'));
});

test('each is offered as a snippet, and as the plain text of it', () => {
  const { text, offset } = readCursor('pvh$0');
  const item = service.complete(analyze(text), offset).find(({ label }) => label === 'pvh');
  assert.match(item?.snippet ?? '', /name = "\$\{1:web1\}"/);
  assert.match(item?.newText ?? '', /name = "web1"\n/);
  assert.doesNotMatch(item?.newText ?? '', /\$/);
});

test('VS Code offers none by itself: what it has of them has no prefix, and can fill a file', () => {
  const snippets = JSON.parse(readFileSync('snippets/xlcfg.code-snippets', 'utf8')) as Readonly<Record<string, object>>;
  for (const snippet of Object.values(snippets)) {
    assert.ok(!('prefix' in snippet));
    assert.ok('isFileTemplate' in snippet && snippet.isFileTemplate === true);
  }
});
