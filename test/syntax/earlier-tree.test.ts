/** What a text begins with is taken from the tree of an earlier version, and the new tree is the same as one read afresh. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SyntaxTree } from '../../server/src/syntax/nodes';
import { parse } from '../../server/src/syntax/parser';
import { commonPrefixLength } from '../../server/src/text/common-prefix';
import { CONFIG, damaged, DAMAGES } from '../support/damaged-configs';
import { fuzzRuns } from '../support/fuzz-size';

/** Everything but how it was made. */
function contentOf({ tokens, ...tree }: SyntaxTree): unknown {
  return { ...tree, tokens: [...tokens], textCount: undefined };
}

test('a tree is the same with and without an earlier version', () => {
  const edits = fc.array(DAMAGES, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(CONFIG, edits, (start, changes) => {
      let [text, earlier] = [start, parse(start)];
      for (const change of changes) {
        text = damaged(text, change.slice(0, 2));
        earlier = parse(text, earlier);
        assert.deepEqual(contentOf(earlier), contentOf(parse(text)), JSON.stringify(text));
      }
    }),
    fuzzRuns(1000),
  );
});

const LINES = Array.from({ length: 100 }, (_, index) => `disk += [ "/dev/d${index},raw,xvd${index},rw" ] # ${index}\n`);

test('the statements before an edit are the very same', () => {
  const earlier = parse(LINES.join(''));
  const now = parse(LINES.with(50, 'x y\n').join(''), earlier);
  const common = now.assignments.filter((each, index) => each === earlier.assignments[index]);
  assert.equal(common.length, 48);
  assert.equal(now.assignments.length, 99);
});

test('a tree holds on to a few earlier texts only', () => {
  let tree = parse(LINES.join(''));
  for (let run = 0; run < 100; run++) {
    tree = parse(`${tree.text}a${run} = 1\n`, tree);
    assert.ok(tree.textCount <= 32);
  }
  assert.equal(tree.assignments.length, 200);
});

test('what two texts begin with', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(3000), fc.string(), fc.string(), (piece, length, left, right) => {
      const common = piece.repeat(length).slice(0, length);
      const count = commonPrefixLength(common + left, common + right);
      assert.ok(count >= common.length);
      assert.equal((common + left).slice(0, count), (common + right).slice(0, count));
      assert.ok(count === common.length + Math.min(left.length, right.length) || (common + left)[count] !== (common + right)[count]);
    }),
  );
});
