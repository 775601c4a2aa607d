/** Ranges, edits, lines and origins. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findClosest } from '../../server/src/text/closest';
import { LineIndex } from '../../server/src/text/line-index';
import { StringOrigin } from '../../server/src/text/string-origin';
import { applyEdits } from '../../server/src/text/text-edit';
import { textRange } from '../../server/src/text/text-range';

test('every offset survives the way to a line position and back', () => {
  const lines = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '\r', 'é', '😀') });
  fc.assert(
    fc.property(lines, fc.nat(60), (text, wanted) => {
      const offset = Math.min(wanted, text.length);
      // The middle of CR LF belongs to the line before, at whose end it is shown.
      fc.pre(!(text[offset - 1] === '\r' && text[offset] === '\n'));
      const index = new LineIndex(text);
      assert.equal(index.offsetAt(index.positionAt(offset)), offset);
    }),
  );
});

test('positions outside the text are moved into it', () => {
  const index = new LineIndex('ab\ncd');
  assert.equal(index.offsetAt({ line: 9, character: 0 }), 5);
  assert.equal(index.offsetAt({ line: 0, character: 99 }), 3);
  assert.deepEqual(index.positionAt(99), { line: 1, character: 2 });
});

test('edits are applied in the order of the text, overlapping ones once', () => {
  const edits = [
    { range: textRange(4, 5), newText: 'X' },
    { range: textRange(0, 1), newText: 'YY' },
    { range: textRange(0, 2), newText: 'lost' },
  ];
  assert.equal(applyEdits('abcdef', edits), 'YYbcdXf');
});

test('a joined value finds its way back to both literals', () => {
  const origin = StringOrigin.join([StringOrigin.plain(10, 3), StringOrigin.mapped(30, [30, 32, 33])]);
  assert.deepEqual(origin.toDocument(textRange(1, 3)), textRange(11, 13));
  assert.deepEqual(origin.toDocument(textRange(3, 4)), textRange(30, 32));
  assert.equal(origin.fromDocument(12), 2);
  assert.equal(origin.fromDocument(32), 4);
  assert.equal(origin.fromDocument(20), undefined);
});

test('a slip of the pen is recognised, another word is not', () => {
  const names = ['memory', 'maxmem', 'vcpus', 'vif', 'vfb', 'disk'];
  assert.equal(findClosest('memroy', names), 'memory');
  assert.equal(findClosest('max_mem', names), 'maxmem');
  assert.equal(findClosest('vcpis', names), 'vcpus');
  assert.equal(findClosest('hostname', names), undefined);
  assert.equal(findClosest('x', names), undefined);
});
