/** The declarations of messages: each is found again, whatever stands in its places, and says only what the message tells. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ErrorMessage } from '../../server/src/errors/error-message';
import { ERROR_MESSAGES } from '../../server/src/errors/messages/index';
import { PLACES, type PlaceName } from '../../server/src/errors/places';
import { readLog } from '../../server/src/errors/recognise';
import { readWording } from '../../server/src/errors/wording';
import { RULES } from '../../server/src/rules/index';
import type { Message } from '../../server/src/text/message';

const WORDINGS = ERROR_MESSAGES.flatMap((message) => message.says.map((says) => ({ message, says })));

/** Words as they stand in real messages: names, paths, numbers and devices, and nothing that a message is recognised by. */
const WORD = fc.stringMatching(/^[a-z0-9]([a-z0-9/._-]{0,9}[a-z0-9])?$/);
const VALUES: Readonly<Record<PlaceName, fc.Arbitrary<string>>> = Object.fromEntries(
  Object.entries(PLACES).map(([name, { form }]) => [
    name,
    {
      number: fc.integer({ min: -9, max: 99_999 }).map(String),
      word: WORD,
      text: fc.array(WORD, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    }[form],
  ]),
) as Readonly<Record<PlaceName, fc.Arbitrary<string>>>;

/** A wording with values in its places, and these values. */
function fill(says: string): fc.Arbitrary<{ readonly line: string; readonly values: readonly string[] }> {
  const { fragments, places } = readWording(says);
  return fc
    .tuple(...places.map((place) => VALUES[place]))
    .map((values) => ({ line: fragments.map((fragment, index) => fragment + (values[index] ?? '')).join(''), values }));
}

const HEADS = ['', 'libxl: error: libxl_create.c:1234:some_function: Domain 5:', 'xc: error: panic: xg_dom_core.c:689: some_function: '];

for (const { message, says } of WORDINGS) {
  test(`is recognised: ${says}`, () => {
    const { fragments, places } = readWording(says);
    assert.ok(
      fragments.some(({ length }) => length >= 8),
      'too little to be recognised by',
    );
    assert.ok(
      fragments.slice(1, -1).every((fragment) => fragment !== ''),
      'two places have nothing between them',
    );
    assert.equal(new Set(places).size, places.length, 'a place occurs twice');
    fc.assert(
      fc.property(fc.constantFrom(...HEADS), fill(says), (head, { line, values }) => {
        const { recognised, unknown } = readLog(head + line);
        assert.deepEqual(unknown, []);
        assert.deepEqual(
          recognised.map((each) => each.message.says),
          [message.says],
        );
        // A place at the beginning has what is in front of the message too, where the line has no head that is known.
        if (fragments[0] !== '')
          assert.deepEqual(
            places.map((place) => recognised[0]?.values[place]),
            values,
          );
      }),
      { numRuns: 20 },
    );
  });
}

test('texts have only places that the message tells in each wording', () => {
  const placesIn = ({ template }: Message): readonly string[] => [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const missing = WORDINGS.flatMap(({ message, says }) => {
    const told = new Set<string>(readWording(says).places);
    const texts = [message.meaning, ...message.causes.map(({ text }) => text)];
    return texts
      .flatMap(placesIn)
      .filter((place) => !told.has(place))
      .map((place) => `${says}: ${place}`);
  });
  assert.deepEqual(missing, []);
});

test('causes name rules that there are', () => {
  const ids = new Set(RULES.map(({ meta }) => meta.id));
  const named = ERROR_MESSAGES.flatMap(({ causes }) => causes.flatMap(({ rules = [] }) => rules));
  assert.deepEqual(
    named.filter((id) => !ids.has(id)),
    [],
  );
});

test('no wording is declared twice, and there are enough', () => {
  const all = WORDINGS.map(({ says }) => says);
  assert.deepEqual(
    all.filter((says, index) => all.indexOf(says) !== index),
    [],
  );
  assert.ok(ERROR_MESSAGES.length >= 120, String(ERROR_MESSAGES.length));
});

test('what explains nothing by itself has somewhere to look', () => {
  const silent = (message: ErrorMessage): boolean => message.causes.length === 0 && message.look.length === 0;
  assert.deepEqual(ERROR_MESSAGES.filter(silent), []);
});
