/** Large texts of one pattern: nothing hangs and nothing overflows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';

const PATTERNS = [
  'a = [',
  '[',
  '"',
  "x = 'y' ",
  'a=1;',
  '[1,',
  '\\',
  '((',
  '# c\n',
  "disk = [ 'a', 'b' ]\n",
  'memory = 010\n',
  'memroy = 1\n',
  'vif += [ "x" ]\n',
  'foo bar\n',
  '{{ x }} ',
  '# xlcfg-disable-line unknown-option\n',
];

/** UTF-16 units; what is quadratic takes minutes on this, what is linear a part of a second. */
const LENGTH = 240_000;
/** Milliseconds after which something hangs rather than computes. */
const HANGS = 60_000;

for (const pattern of PATTERNS) {
  test(`many times ${JSON.stringify(pattern)}`, { timeout: HANGS }, () => {
    const text = pattern.repeat(LENGTH / pattern.length);
    const analysis = analyze(text);
    service.complete(analysis, text.length >> 1);
    service.hover(analysis, text.length >> 1);
    assert.ok(service.symbols(analysis).every(({ range }) => range.end <= text.length));
    assert.ok(analysis.findings.every(({ range }) => range.end <= text.length));
  });
}

test('the longest text that is nothing but open lists', () => {
  assert.ok(analyze(`a = ${'['.repeat(1_000_000)}`).findings.length > 0);
  assert.ok(service.fixAll(`a = ${'[ '.repeat(4000)}`, DEFAULT_SETTINGS).length > 0);
});
