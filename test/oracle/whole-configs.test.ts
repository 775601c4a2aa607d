/** Whole configs against the real xl: the examples, the snippets of options, and mixtures of all that can be generated. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { OPTIONS } from '../../server/src/options/index';
import { judgeName } from '../../server/src/language-service';
import { analyze } from '../support/check';
import { expandSnippet } from '../support/expand-snippet';
import { readDomainExamples } from '../support/domain-examples';
import { needsRealXl } from '../support/real-xl';
import { compareWithXl } from './compare';
import { config } from './option-configs';
import { UNDEFINED_BEHAVIOUR } from './exceptions';
import { LANGUAGES, settingOf } from './device-settings';
import { CASES, FOLDERS, SEED } from './run-size';

test('xl reads the examples in the same way', needsRealXl, () => {
  // The judge has one release and one architecture, whatever an example says of itself.
  for (const text of readDomainExamples()) compareWithXl(text.replace(/^# xlcfg: .*/m, '#'));
});

test('xl reads the snippets in the same way', needsRealXl, () => {
  const bodies = OPTIONS.flatMap(({ examples = [] }) => examples.map(({ body }) => body));
  for (const body of bodies) compareWithXl(`name = "d"\nkernel = "/k"\n${expandSnippet(body)}\n`);
});

/** Templates are never shown to xl before their placeholders are filled in. */
function isForXl(path: string): boolean {
  return judgeName(path) !== 'other' && analyze(readFileSync(path, 'utf8')).model.fileKind !== 'template';
}

for (const folder of FOLDERS) {
  for (const path of readdirSync(folder)
    .map((name) => join(folder, name))
    .filter(isForXl)) {
    test(`xl reads ${path} in the same way`, needsRealXl, () => {
      compareWithXl(readFileSync(path, 'utf8').replace(/^# xlcfg: .*/m, '#'));
    });
  }
}

const devices = fc
  .array(fc.constantFrom(...Object.entries(LANGUAGES)), { minLength: 1, maxLength: 4 })
  .chain((chosen) => fc.tuple(...chosen.map(([name, language]) => settingOf(name, language).map((setting) => ({ name, setting })))));

test('xl reads mixtures of options and devices in the same way', needsRealXl, () => {
  fc.assert(
    fc.property(config, devices, (options, settings) => {
      fc.pre(!settings.some(({ name, setting }) => UNDEFINED_BEHAVIOUR[name]?.pattern.test(setting) === true));
      compareWithXl(`${options}${settings.map(({ setting }) => `${setting}\n`).join('')}`);
    }),
    { seed: SEED, numRuns: CASES },
  );
});

test('xl reads damaged configs in the same way', needsRealXl, () => {
  const damage = fc.record({
    at: fc.nat(400),
    length: fc.nat(3),
    inserted: fc.constantFrom('', '"', "'", '[', ']', ',', '=', '#', '\\', ' ', '\n', '(', 'é', '\0', '1'),
  });
  fc.assert(
    fc.property(config, fc.array(damage, { minLength: 1, maxLength: 3 }), (text, places) => {
      compareWithXl(
        places.reduce((damaged, { at, length, inserted }) => {
          const start = at % (damaged.length + 1);
          return damaged.slice(0, start) + inserted + damaged.slice(start + length);
        }, text),
      );
    }),
    { seed: SEED, numRuns: CASES },
  );
});
