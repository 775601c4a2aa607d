/** The lexer loses nothing, whatever the text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tokenize } from '../../server/src/syntax/lexer';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '=', '"', "'", '\\', '[', ']', ',', '#', '\n', '\r', ' ', '1', '\u201c', '\ufeff', '+') }),
);

test('concatenated tokens give the text back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const tokens = [...tokenize(text)];
      assert.equal(tokens.map(({ range }) => text.slice(range.start, range.end)).join(''), text);
      assert.equal(tokens.at(-1)?.kind, 'end');
    }),
    { numRuns: 2000 },
  );
});

test('no token but the last is empty, so that the lexer always moves on', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.ok([...tokenize(text)].slice(0, -1).every(({ range }) => range.end > range.start));
    }),
  );
});

test('words, numbers, strings and marks are told apart', () => {
  const kinds = [...tokenize('a_1.b = 0x1f + [ "x", \'y\' ]; # c')].map(({ kind }) => kind);
  assert.deepEqual(
    kinds.filter((kind) => kind !== 'blank'),
    ['name', 'equals', 'number', 'bad', 'open-bracket', 'string', 'comma', 'string', 'close-bracket', 'semicolon', 'comment', 'end'],
  );
});
