/** Options against the real xl: refused there means an error of the parse stage here, and nothing else does; what is taken gives the same domain. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { needsRealXl } from '../support/real-xl';
import { compareWithXl } from './compare';
import { config } from './option-configs';
import { CASES, SEED } from './run-size';

test('xl reads options in the same way', needsRealXl, () => {
  const verdicts = new Set<boolean>();
  fc.assert(
    fc.property(config, (text) => {
      verdicts.add(compareWithXl(text));
    }),
    { seed: SEED, numRuns: CASES },
  );
  assert.equal(verdicts.size, 2, 'the cases are one-sided');
});
