/**
 * What a keystroke and a check cost, as ratios to a loop that does as much on the same machine at the same moment. There is room for
 * noise: the test fails where something is several times slower than it was, and not where the machine is.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ours } from '../../bench/contestants';
import { type Analysis, NO_FACTS } from '../../server/src/language-service';
import { parse } from '../../server/src/syntax/parser';
import { DEFAULT_SETTINGS, service } from '../support/check';

const LINES = 1000;
const RUNS = 25;
/** Until the functions are compiled. */
const WARM_UP = 25;

/** Takes a text apart into objects and puts it together again, as any reader of a format does. */
function calibrate(text: string): number {
  const lines = text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), words: line.split(' '), range: { start: index, end: index + line.length } }));
  return JSON.stringify(JSON.parse(JSON.stringify(lines))).length;
}

/** The best times of both, which take turns. */
function ratio(work: (run: number) => unknown, text: string): number {
  let [best, bestLoop] = [Infinity, Infinity];
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    const start = performance.now();
    calibrate(text);
    const middle = performance.now();
    work(run);
    const end = performance.now();
    if (run < WARM_UP) continue;
    bestLoop = Math.min(bestLoop, middle - start);
    best = Math.min(best, end - middle);
  }
  return best / bestLoop;
}

/** How many loops each may cost: about three times what it does. */
const LIMITS = { parse: 1.5, keystroke: 6, check: 18 };

for (const { name, head = '', line, typed } of ours('dist')) {
  const lines = [head, ...Array.from({ length: LINES }, (_, index) => line(index + 1)), ''];
  const text = lines.join('\n');
  const changed = lines.with(LINES >> 1, `${lines[LINES >> 1] ?? ''}${typed}`).join('\n');

  test(`${name}: parsing, checking and a keystroke cost what they did`, () => {
    let analysis: Analysis = service.analyze(text, DEFAULT_SETTINGS);
    const ratios = {
      parse: ratio(() => parse(text), text),
      keystroke: ratio((run) => (analysis = service.analyze(run % 2 === 0 ? changed : text, DEFAULT_SETTINGS, NO_FACTS, analysis)), text),
      check: ratio(() => service.analyze(text, DEFAULT_SETTINGS), text),
    };
    for (const what of ['parse', 'keystroke', 'check'] as const) {
      assert.ok(ratios[what] < LIMITS[what], `${what} costs ${ratios[what].toFixed(1)} loops`);
    }
  });
}
