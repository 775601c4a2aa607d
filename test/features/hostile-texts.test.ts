/** Large texts of one pattern: parsing, rules and every feature stay linear, and nothing overflows. */
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

/** Units of length; four times the text may take no more than some eight times as long. */
const LENGTH = 60_000;
const FLOOR = 300;

function milliseconds(text: string): number {
  const start = performance.now();
  const analysis = analyze(text);
  service.complete(analysis, text.length >> 1);
  service.hover(analysis, text.length >> 1);
  service.symbols(analysis);
  return performance.now() - start;
}

for (const pattern of PATTERNS) {
  test(`many times ${JSON.stringify(pattern)}`, () => {
    const small = pattern.repeat(LENGTH / pattern.length);
    milliseconds(small);
    const [once, fourTimes] = [milliseconds(small), milliseconds(small.repeat(4))];
    assert.ok(fourTimes < Math.max(FLOOR, once * 8), `${once} ms, and ${fourTimes} ms for four times as much`);
  });
}

test('the longest text that is nothing but open lists', () => {
  assert.ok(analyze(`a = ${'['.repeat(1_000_000)}`).findings.length > 0);
  assert.ok(service.fixAll(`a = ${'[ '.repeat(4000)}`, DEFAULT_SETTINGS).length > 0);
});
