/** The formatter and xl's own parser: it reads the same settings before and after, or refuses both. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, service } from '../support/check';
import { LAYOUTS, TEXT } from '../support/odd-layouts';
import { needsRealXl, type ReadAnswer, readWithLibxlutil } from '../support/real-xl';
import { CASES, SEED } from './run-size';

/** The parser alone answers at once. */
const CASES_PER_CONFIG = 20;

function withoutPlaces(answer: ReadAnswer | undefined): unknown {
  return answer?.status === 0 ? answer.settings.map(({ name, op, value }) => ({ name, op, value })) : 'refused';
}

test('xl reads the same of a config that was laid out', needsRealXl, () => {
  const samples = fc.sample(fc.tuple(TEXT, LAYOUTS), { numRuns: CASES * CASES_PER_CONFIG, seed: SEED });
  const pairs = samples.flatMap(([text, options]) => {
    const edits = service.format(analyze(text), options);
    return edits === undefined ? [] : [{ before: text.replaceAll('\r\n', '\n'), after: applyEdits(text, edits) }];
  });
  const before = readWithLibxlutil(pairs.map((pair) => pair.before));
  const after = readWithLibxlutil(pairs.map((pair) => pair.after));
  assert.ok(before.filter(({ status }) => status === 0).length > CASES);
  for (const [index, pair] of pairs.entries()) {
    const isRepaired = /#[^\n]+$/.test(pair.before) && after[index]?.status === 0;
    if (!isRepaired) assert.deepEqual(withoutPlaces(after[index]), withoutPlaces(before[index]), JSON.stringify(pair));
  }
});
