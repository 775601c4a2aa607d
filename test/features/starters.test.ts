/** Whole domains to start from. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { analyze, completionsAt, service } from '../support/check';
import { readCursor } from '../support/marks';

const LONG_WORDS = ['domain-pv', 'domain-pvh', 'domain-hvm', 'domain-hvm-uefi', 'domain-arm'];

test('in an empty file they come first', () => {
  for (const fixture of ['$0', '\n$0\n', '# a domain\n$0', 'd$0']) assert.deepEqual(completionsAt(fixture).slice(0, 5), LONG_WORDS);
});

test('elsewhere they come last', () => {
  const offered = completionsAt('name = "a"\n$0');
  assert.deepEqual(offered.slice(-10, -5), LONG_WORDS);
  assert.deepEqual(offered.slice(-5), ['pv', 'pvh', 'hvm', 'uefi', 'arm']);
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
