/** Device strings against the real xl, for every mini-language: right, nearly right and mutated strings. */
import { test } from 'node:test';
import fc from 'fast-check';
import { needsRealXl } from '../support/real-xl';
import { compareWithXl } from './compare';
import { LANGUAGES, settingOf } from './device-settings';
import { UNDEFINED_BEHAVIOUR } from './exceptions';
import { CASES, SEED } from './run-size';

for (const [name, language] of Object.entries(LANGUAGES)) {
  test(`xl reads the strings of ${name} in the same way`, needsRealXl, () => {
    fc.assert(
      fc.property(settingOf(name, language), (setting) => {
        fc.pre(UNDEFINED_BEHAVIOUR[name]?.pattern.test(setting) !== true);
        compareWithXl(`${language.head ?? ''}name = "d"\nkernel = "/k"\n${setting}\n`);
      }),
      { seed: SEED, numRuns: CASES },
    );
  });
}
