/** Whatever a text is: it is taken apart without a rest, every question about it is answered, and every place lies inside it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tokenize } from '../../server/src/syntax/lexer';
import { parse } from '../../server/src/syntax/parser';
import type { TextRange } from '../../server/src/text/text-range';
import { analyze, DEFAULT_SETTINGS, REPORTING_SETTINGS, service } from '../support/check';
import { CONFIG } from '../support/damaged-configs';
import { fuzzRuns } from '../support/fuzz-size';
import { OPERATIONS } from '../support/hostile-operations';
import { CONFIGS } from './kept-inputs';

function isInside(text: string, { start, end }: TextRange): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
}

test('tokens stand one after the other, from the beginning of a text to its end', () => {
  fc.assert(
    fc.property(CONFIG, (text) => {
      let position = 0;
      for (const { range } of tokenize(text)) {
        assert.equal(range.start, position);
        position = range.end;
      }
      assert.equal(position, text.length);
      const { assignments, problems } = parse(text);
      for (const { range } of [...assignments, ...problems]) isInside(text, range);
    }),
    { ...fuzzRuns(1500), examples: CONFIGS.map((text): [string] => [text]) },
  );
});

test('every question about a text is answered', () => {
  fc.assert(
    fc.property(CONFIG, fc.nat(), (text, place) => {
      for (const settings of [DEFAULT_SETTINGS, REPORTING_SETTINGS]) {
        const analysis = analyze(text, settings);
        for (const operation of Object.values(OPERATIONS)) operation({ text, analysis });
        const offset = place % (text.length + 1);
        service.complete(analysis, offset);
        service.hover(analysis, offset);
        service.signatureHelp(analysis, offset);
        for (const { range, related, fixes } of analysis.findings) {
          const edits = fixes.flatMap((fix) => fix.edits);
          for (const each of [range, ...[...related, ...edits].map((other) => other.range)]) isInside(text, each);
        }
        for (const { range } of service.semanticTokens(analysis)) isInside(text, range);
      }
    }),
    { ...fuzzRuns(400), examples: CONFIGS.map((text): [string, number] => [text, text.length]) },
  );
});
