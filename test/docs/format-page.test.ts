/** The page about the layout: its examples are what the formatter does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { completeStyle, DEFAULT_INDENT } from '../../server/src/language-service';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, service } from '../support/check';

const page = readFileSync('docs/format.md', 'utf8');
const examples = [...page.matchAll(/```xlcfg before\n([^]*?)```\n\n```xlcfg after\n([^]*?)```/g)];
const options = { ...completeStyle(), indent: DEFAULT_INDENT, lineEnd: '\n', finalNewline: true } as const;

test('there are examples', () => {
  assert.ok(examples.length >= 6);
});

for (const [index, [, before = '', after = '']] of examples.entries()) {
  test(`example ${index + 1} becomes what the page says`, () => {
    assert.equal(applyEdits(before, service.format(analyze(before), options) ?? []), after);
    assert.deepEqual(service.format(analyze(after), options), []);
  });
}
