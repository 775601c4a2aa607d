/** Whatever the real xl says of a config that it refuses is explained, and leads to a line of the config. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { service, DEFAULT_SETTINGS } from '../support/check';
import { askXl, needsRealXl, REAL_TARGET } from '../support/real-xl';
import { CONFIG, damaged, DAMAGES } from '../support/damaged-configs';
import { LANGUAGES, settingOf } from './device-settings';
import { IDLE_MESSAGES, UNDEFINED_BEHAVIOUR } from './exceptions';
import { config } from './option-configs';
import { CASES, SEED } from './run-size';

/** These are about something that the text does not have. */
const PLACELESS = ['Domain name must be specified', 'Neither kernel nor bootloader specified'];

function linesOf(log: string): readonly string[] {
  return log.split('\n').filter((line) => line.trim() !== '' && !IDLE_MESSAGES.some(({ pattern }) => pattern.test(line)));
}

const TEXTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  options: config,
  syntax: fc.tuple(CONFIG, DAMAGES).map(([text, damages]) => damaged(text, damages)),
  devices: fc
    .constantFrom(...Object.entries(LANGUAGES))
    .chain(([name, language]) => settingOf(name, language).map((setting) => [name, setting] as const))
    .filter(([name, setting]) => UNDEFINED_BEHAVIOUR[name]?.pattern.test(setting) !== true)
    .map(([, setting]) => `name = "d"\ntype = "hvm"\n${setting}\n`),
};

for (const [name, texts] of Object.entries(TEXTS)) {
  test(`xl's words about ${name}`, needsRealXl, () => {
    let explained = 0;
    fc.assert(
      fc.property(texts, (text) => {
        // Of a message over two lines only the first has its words.
        fc.pre(!text.includes('\\n'));
        const { messages: log } = askXl(text);
        const analysis = service.analyze(text, { ...DEFAULT_SETTINGS, target: REAL_TARGET });
        for (const line of linesOf(log)) {
          const [error] = service.explainErrors(line, analysis).messages;
          assert.notEqual(error?.program, undefined, `not known: ${line}`);
          if (error === undefined || PLACELESS.some((each) => line.includes(each)) || error.causes.length === 0) continue;
          assert.ok(
            error.causes.some(({ range }) => range !== undefined),
            `leads to no line: ${line}\n${text}`,
          );
          explained += 1;
        }
      }),
      { seed: SEED, numRuns: CASES },
    );
    assert.ok(explained > 20, `only ${explained} messages`);
  });
}
