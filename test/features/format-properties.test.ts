/** What holds for the layout of every text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FormatOptions } from '../../server/src/language-service';
import { parse } from '../../server/src/syntax/parser';
import { textRange } from '../../server/src/text/text-range';
import { applyEdits, type TextEdit } from '../../server/src/text/text-edit';
import { analyze, REPORTING_SETTINGS, service } from '../support/check';
import { fuzzRuns } from '../support/fuzz-size';
import { LAYOUTS, MIXED, RIGHT, TEXT } from '../support/odd-layouts';

function format(text: string, options: FormatOptions): readonly TextEdit[] | undefined {
  return service.format(analyze(text), options);
}

/** Checks what a text becomes; for texts that are left alone there is nothing to check. */
function forEachFormatted(
  texts: fc.Arbitrary<string>,
  runs: number,
  check: (before: string, after: string, options: FormatOptions) => void,
): void {
  fc.assert(
    fc.property(texts, LAYOUTS, (text, options) => {
      const edits = format(text, options);
      if (edits !== undefined) check(text, applyEdits(text, edits), options);
    }),
    fuzzRuns(runs),
  );
}

/** What xl stores of a text with line ends that it reads. */
function stored(text: string): unknown {
  const result = service.store(withEnd(text.replaceAll('\r\n', '\n')));
  if (result.kind === 'settings') return result.settings.map(({ name, operation, value }) => [name, operation, value]);
  return result.errors.map(({ code }) => code);
}

/** A comment needs a line end, and gets it. */
function withEnd(text: string): string {
  const tokens = [...parse(text).tokens];
  return tokens.at(-2)?.kind === 'comment' ? `${text}\n` : text;
}

function tokensOf(text: string, ...kinds: readonly string[]): readonly string[] {
  return [...parse(text).tokens]
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ range }) => text.slice(range.start, range.end).trimEnd());
}

test('a second time changes nothing', () => {
  forEachFormatted(TEXT, 1500, (_, after, options) => {
    assert.equal(applyEdits(after, format(after, options) ?? []), after);
  });
});

test('xl stores the same settings, or refuses the same', () => {
  forEachFormatted(TEXT, 1500, (before, after) => {
    assert.deepEqual(stored(after), stored(before));
  });
});

test('every comment is there, in its order, and so is every word and every string', () => {
  forEachFormatted(TEXT, 2000, (before, after, options) => {
    assert.deepEqual(tokensOf(after, 'comment'), tokensOf(before.replaceAll('\r\n', '\n'), 'comment'));
    const [old, now] = [before.replaceAll('\r\n', '\n'), after].map((text) =>
      tokensOf(text, 'name', 'number', 'string', 'bad', 'equals', 'plus-equals'),
    );
    const inner = (words: readonly string[] | undefined): unknown => words?.map((word) => word.replace(/^["'](.*)["']$/s, '$1'));
    assert.deepEqual(options.quotes === 'preserve' ? now : inner(now), options.quotes === 'preserve' ? old : inner(old));
  });
});

test('the same is found, at other places', () => {
  forEachFormatted(fc.oneof(RIGHT, MIXED), 600, (before, after) => {
    const found = (text: string): readonly string[] =>
      analyze(text, REPORTING_SETTINGS)
        .findings.map(({ ruleId }) => ruleId)
        .sort();
    assert.deepEqual(found(after), found(before));
  });
});

test('statements with a mistake stay as they are', () => {
  forEachFormatted(TEXT, 2000, (before, after) => {
    const text = before.replaceAll('\r\n', '\n');
    let position = 0;
    for (const { range, isBroken } of parse(text).statements) {
      if (!isBroken) continue;
      const found = after.indexOf(text.slice(range.start, range.end), position);
      assert.ok(found >= 0, text.slice(range.start, range.end));
      position = found + range.end - range.start;
    }
  });
});

test('lines have no blanks at their end, and lists no more than their width where they could be broken', () => {
  forEachFormatted(RIGHT, 2000, (_, after, { lists, printWidth, alignment, indent }) => {
    for (const line of after.split('\n')) {
      assert.ok(!/[ \t]$/.test(line), line);
      const isFlatList = /^\s*(?:\w+ \+?= )?\[ [^#]* \],?$/.test(line);
      if (isFlatList && lists !== 'preserve' && !alignment && indent.style === 'space' && !after.includes('xlcfg-disable')) {
        assert.ok(line.length <= printWidth, line);
      }
    }
  });
});

test('a range never costs a setting, wherever it is', () => {
  fc.assert(
    fc.property(RIGHT, LAYOUTS, fc.nat(), fc.nat(), (text, options, start, length) => {
      const from = start % (text.length + 1);
      const range = textRange(from, Math.min(text.length, from + (length % 40)));
      assert.deepEqual(stored(applyEdits(text, service.formatRange(analyze(text), range, options))), stored(text));
    }),
    fuzzRuns(1500),
  );
});

test('a line end in a list leaves the items that there are', () => {
  fc.assert(
    fc.property(RIGHT, LAYOUTS, fc.nat(), (text, options, place) => {
      const starts = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
      const offset = starts[place % Math.max(1, starts.length)] ?? 0;
      assert.deepEqual(stored(applyEdits(text, service.formatOnType(analyze(text), offset, options))), stored(text));
    }),
    fuzzRuns(1500),
  );
});
