/** The parser against xl's own: random and mutated texts give the same settings, or an error on the same line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isAcceptedByLibxlutil, needsRealXl, type ReadAnswer, readWithLibxlutil } from '../support/real-xl';
import { service } from '../support/check';

const CASES_PER_BATCH = 2000;
const BATCHES = 4;

/** Pieces that meet in ways that matter: words, quotes, escapes, brackets, line ends, odd bytes. */
const PIECES = [
  ...['a', 'b_1', 'name', 'a=1', 'b=["x"]', 'a+="z"', 'b+=["q"]\n', 'True', 'memory', '@X@', '$X', '{{x}}'],
  ...['=', '=', '+=', '+', '[', ']', '[', ']', ',', ',', ';', ':', '.', '(', ')', '-1', '\\'],
  ...[
    '"x"',
    "'y'",
    '"a\\n"',
    "'\\101'",
    '"\\q"',
    '"\\x41"',
    '"\\1 2"',
    '"\\12"',
    '"\\1"',
    '"\\0"',
    '"\\777"',
    '"\\1+5"',
    "'\\1\\5'",
    '"',
    "'",
  ],
  ...[
    '1',
    '0x1f',
    '64M',
    '0XFF',
    '\n',
    '\n',
    '\n',
    ' ',
    '\t',
    '#',
    '#c',
    '# c\n',
    '\r\n',
    '\r',
    '\f',
    '\0',
    'é',
    '\u201cx\u201d',
    '\ufeff',
  ],
];

const LINES = [
  'a = 1\n',
  'b = [ "x", \'y\' ]\n',
  'c="q"\n',
  'd = [\n "x",\n # c\n "y",\n]\n',
  '# comment\n',
  'a += "z"\n',
  '\n',
  'e = [ [ 1, 2 ], [ ] ]\n',
  'x=1;y=2\n',
];

const randomText = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 20 }).map((pieces) => pieces.join(''));

const mutatedText = fc
  .tuple(
    fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 6 }).map((lines) => lines.join('')),
    fc.array(fc.tuple(fc.nat(200), fc.option(fc.constantFrom(...PIECES)), fc.boolean()), { maxLength: 3 }),
  )
  .map(([text, mutations]) =>
    mutations.reduce((changed, [place, piece, cuts]) => mutate(changed, place % (changed.length + 1), piece, cuts), text),
  );

function mutate(text: string, place: number, piece: string | null, cuts: boolean): string {
  if (piece === null) return cuts ? text.slice(0, place) : text.slice(0, place) + text.slice(place + 1);
  return text.slice(0, place) + piece + text.slice(place);
}

function reportedLine(report: string): number {
  return Number(/^case:(\d+):/.exec(report)?.[1]);
}

/** What both sides have to agree on. */
function summarizeTheirs(answer: ReadAnswer): unknown {
  if (answer.status === 0) return answer.settings.map(({ name, op, line, value }) => [name, op, line, value]);
  return answer.status === 1 ? `error on line ${reportedLine(answer.report)}` : 'error';
}

function summarizeOurs(text: string, theirs: ReadAnswer): unknown {
  const result = service.store(text);
  if (result.kind === 'settings') return result.settings.map(({ name, operation, line, value }) => [name, operation, line, value]);
  return theirs.status === 1 ? `error on line ${result.errors[0]?.reportedLine}` : 'error';
}

for (let batch = 1; batch <= BATCHES; batch++) {
  test(`libxlutil reads the same, seed ${batch}`, needsRealXl, () => {
    const texts = fc.sample(fc.oneof(randomText, mutatedText), { numRuns: CASES_PER_BATCH, seed: batch });
    const answers = readWithLibxlutil(texts);
    assert.equal(answers.length, texts.length);
    const statuses = new Set(answers.map((answer) => answer.status));
    assert.ok(statuses.has(0) && statuses.has(1), 'the cases are one-sided');
    answers.forEach((answer, index) => {
      const text = texts[index] ?? '';
      assert.deepEqual(summarizeOurs(text, answer), summarizeTheirs(answer), `for ${JSON.stringify(text)}`);
    });
  });
}

test('libxlutil gives up on the same depth of lists', needsRealXl, () => {
  const nest = (open: string, inner: string, depth: number): string => `a=${open.repeat(depth)}${inner}${']'.repeat(depth)}`;
  const depths: readonly (readonly [string, string, number])[] = [
    ['[', '', 4996],
    ['[', '1', 4996],
    ['[1,', '', 1999],
    ['[1,', '1', 1998],
    ['[1,1,', '', 1999],
    ['[\n', '', 4996],
  ];
  const texts = depths.flatMap(([open, inner, depth]) => [nest(open, inner, depth), nest(open, inner, depth + 1)]);
  const ours = texts.map((text) => service.store(text).kind === 'settings');
  assert.deepEqual(ours, isAcceptedByLibxlutil(texts));
});
