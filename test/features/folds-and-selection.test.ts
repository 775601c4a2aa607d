/** What can be folded, and what a selection grows over. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LineIndex } from '../../server/src/text/line-index';
import { CONFIG } from '../support/damaged-configs';
import { analyze, service } from '../support/check';
import { readCursor } from '../support/marks';

/** The lines of the folds, from zero. */
function foldsOf(text: string): readonly string[] {
  const lines = new LineIndex(text);
  return service
    .folds(analyze(text))
    .map(({ kind, range }) => [kind, lines.positionAt(range.start).line, lines.positionAt(range.end).line] as const)
    .filter(([, start, end]) => end > start)
    .map(([kind, start, end]) => `${kind} ${start}-${end}`);
}

test('a list is folded up to its bracket, which stays where it has a line of its own', () => {
  assert.deepEqual(foldsOf('disk = [\n  "a",\n  "b",\n]\nvcpus = 1\n'), ['list 0-2']);
  assert.deepEqual(foldsOf('disk = [ "a",\n         "b" ]\n'), ['list 0-1']);
  assert.deepEqual(foldsOf('vnuma = [\n  [ "pnode=0",\n    "size=1" ],\n  ]\nvif = [ "a" ]\n'), ['list 0-2', 'list 1-2']);
  assert.deepEqual(foldsOf('disk = [\n  "a",\n'), []);
});

test('comments in a row are folded together, and regions from mark to mark', () => {
  assert.deepEqual(foldsOf('# a\n# b\n  # c\n\n# d\nname = "x" # e\n# f\n# g'), ['comment 0-2', 'comment 6-7']);
  assert.deepEqual(foldsOf('#region one\nvcpus = 1\n# region two\n# a\n# b\n# endregion\n#endregion\n#endregion\n# region open\n'), [
    'region 0-6',
    'region 2-5',
    'comment 3-4',
  ]);
});

test('folds lie within each other or apart', () => {
  fc.assert(
    fc.property(CONFIG, (text) => {
      const open: number[] = [];
      for (const { range } of service.folds(analyze(text))) {
        while ((open.at(-1) ?? Infinity) <= range.start) open.pop();
        assert.ok(range.start <= range.end && range.end <= text.length);
        open.push(range.end);
      }
    }),
  );
});

/** What the selection grows over from the cursor. */
function growthOf(fixture: string): readonly string[] {
  const { text, offset } = readCursor(fixture);
  return service.selectionRanges(analyze(text), offset).map(({ start, end }) => text.slice(start, end));
}

test('a selection grows from the word to the file', () => {
  assert.deepEqual(growthOf('vif = [ "mac=00:16:3e:00:00:01, bridge=x$0en-br", "" ]\n'), [
    'xen-br',
    'bridge=xen-br',
    'mac=00:16:3e:00:00:01, bridge=xen-br',
    '"mac=00:16:3e:00:00:01, bridge=xen-br"',
    '"mac=00:16:3e:00:00:01, bridge=xen-br", ""',
    '[ "mac=00:16:3e:00:00:01, bridge=xen-br", "" ]',
    'vif = [ "mac=00:16:3e:00:00:01, bridge=xen-br", "" ]',
    'vif = [ "mac=00:16:3e:00:00:01, bridge=xen-br", "" ]\n',
  ]);
  assert.deepEqual(growthOf('disk = [ "/dev/v$0g/a,raw,xvda,rw" ]\n').slice(0, 4), [
    'vg',
    '/dev/vg/a',
    '/dev/vg/a,raw,xvda,rw',
    '"/dev/vg/a,raw,xvda,rw"',
  ]);
  assert.deepEqual(growthOf('name = "a"\nmem$0ory = 512\n'), ['memory', 'memory = 512', 'name = "a"\nmemory = 512\n']);
  assert.deepEqual(growthOf('# some wo$0rds\nname = "a"\n'), ['words', '# some words', '# some words\nname = "a"\n']);
  assert.deepEqual(growthOf('$0'), []);
});

test('each range of a selection lies within the next', () => {
  fc.assert(
    fc.property(CONFIG, fc.nat(), (text, seed) => {
      const offset = seed % (text.length + 1);
      const ranges = service.selectionRanges(analyze(text), offset);
      ranges.forEach(({ start, end }, index) => {
        const next = ranges[index + 1] ?? { start: 0, end: text.length };
        assert.ok(next.start <= start && end <= next.end && start <= offset && offset <= end);
      });
    }),
  );
});
