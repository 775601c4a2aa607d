/** The parser: trees of right texts, and what is left of wrong ones. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ValueNode } from '../../server/src/syntax/nodes';
import { parse } from '../../server/src/syntax/parser';

type Outline = string | readonly Outline[] | null;

function outline(node: ValueNode): Outline {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.text;
    case 'list':
      return node.items.map(outline);
    case 'missing':
      return null;
    default: {
      const unreachable: never = node;
      return unreachable;
    }
  }
}

/** The assignments of a text, as plain data. */
function assignmentsOf(text: string): readonly (readonly [string, Outline])[] {
  return parse(text).assignments.map(({ name, value }) => [name.text, outline(value)]);
}

function codesOf(text: string): readonly string[] {
  return parse(text).problems.map(({ code }) => code);
}

test('every form of a right text', () => {
  const text = '; a = 1; b = "x" # c\nc = [ # one\n "p", # two\n 0x1f, [ \'q\' ],\n]\n\nd=[]\ne="last"';
  assert.deepEqual(codesOf(text), []);
  assert.deepEqual(assignmentsOf(text), [
    ['a', '1'],
    ['b', 'x'],
    ['c', ['p', '0x1f', ['q']]],
    ['d', []],
    ['e', 'last'],
  ]);
});

test('escapes as xl reads them', () => {
  assert.deepEqual(assignmentsOf('a = "\\\\ \\" \\\' \\a\\b\\f\\n\\r\\t\\v|a\\101b"'), [['a', '\\ " \' \x07\b\f\n\r\t\v|ab']]);
});

test('octal escapes end with the digit 7', () => {
  assert.deepEqual(codesOf('a = "\\0"\nb = "\\7"\nc = "\\8"\n'), ['octal-escape', 'octal-escape', 'unknown-escape']);
});

test('a single character at the very end passes, more do not', () => {
  for (const end of ['"', "'", '$']) assert.deepEqual(codesOf(`a = 1\n${end}`), [], end);
  assert.deepEqual(codesOf('a = 1\n"x'), ['unterminated-string']);
  assert.deepEqual(codesOf('a = 1\n$$'), ['bad-character']);
});

const RECOVERY: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['a broken line hides no other', 'a = 1\nfoo bar baz\nb = 2\n', ['missing-assignment'], ['a', 'b']],
  ['an open list ends where the next setting begins', 'disk = [ "x",\nb = 2\nc = 3\n', ['unterminated-list'], ['disk', 'b', 'c']],
  ['an open string ends with its line', 'a = "x\nb = 2\n', ['unterminated-string'], ['a', 'b']],
  ['two settings on a line are both read', 'a = 1 b = 2\n', ['missing-statement-separator'], ['a', 'b']],
  ['a value on the next line is read', 'a =\n[ 1 ]\nb = 2\n', ['value-on-next-line'], ['a', 'b']],
  ['a list in a broken statement is skipped whole', 'disk: [\n "x",\n "y",\n]\nb = 2\n', ['missing-assignment'], ['b']],
  ['items without commas are all kept', 'a = [ "x" "y" ]\n', ['missing-list-comma'], ['a']],
  ['each line has one problem at most', 'a = x y z\nb = 2 3 4\n', ['unquoted-value', 'unexpected-text'], ['a', 'b']],
];

for (const [what, text, codes, names] of RECOVERY) {
  test(what, () => {
    assert.deepEqual(codesOf(text), codes);
    assert.deepEqual(
      assignmentsOf(text).map(([name]) => name),
      names,
    );
  });
}

test('xl counts a missing value on the line before', () => {
  const [problem] = parse('\na =\nb = 1\n').problems;
  assert.deepEqual([problem?.code, problem?.line, problem?.reportedLine], ['missing-value', 2, 1]);
});

test('never throws, and every range lies inside the text', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      'a',
      '=',
      '"',
      "'",
      '\\',
      '[',
      ']',
      ',',
      ';',
      '#',
      '\n',
      '\r',
      ' ',
      '1',
      'x',
      '\u201c',
      '\ufeff',
      '+',
      '{',
      '%',
      '\0',
    ),
  });
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
      for (const { range } of parse(text).problems) assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
    }),
    { numRuns: 3000 },
  );
});
