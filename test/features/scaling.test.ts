/** No question about a text takes longer than in proportion to its length, whatever it is made of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAMILIES } from '../support/hostile-families';
import { type HostileInput, OPERATIONS } from '../support/hostile-operations';

const SHORT = 4_000;
const TIMES = 16;
/** Half of what is quadratic, and far above what is linear: where the garbage of a text begins to matter, its time can jump. */
const MAX_RATIO = (TIMES * TIMES) / 2;
/** What takes less than this is mostly noise, and would take seconds for the longest text at the most if it were quadratic; in milliseconds. */
const MIN_TIME = 150;
const ATTEMPTS = 8;

function inputOf(text: string): HostileInput {
  return { text, analysis: OPERATIONS.analyze({ text }) };
}

function timeOf(name: keyof typeof OPERATIONS, input: HostileInput): number {
  // What other programs do at the same time is none of its business.
  const start = process.cpuUsage();
  OPERATIONS[name](input);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const names = Object.keys(OPERATIONS) as readonly (keyof typeof OPERATIONS)[];
// What is compiled for the first time takes longer than what comes later.
for (const make of Object.values(FAMILIES)) for (const name of names) timeOf(name, inputOf(make(500)));

for (const [family, make] of Object.entries(FAMILIES)) {
  test(family, () => {
    const [short, long] = [inputOf(make(SHORT)), inputOf(make(SHORT * TIMES))];
    for (const name of names) {
      let [shortTime, longTime] = [Infinity, Infinity];
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        shortTime = Math.min(shortTime, timeOf(name, short));
        longTime = Math.min(longTime, timeOf(name, long));
        if (longTime < Math.max(MIN_TIME, shortTime * MAX_RATIO)) break;
      }
      const ratio = longTime / shortTime;
      assert.ok(
        longTime < MIN_TIME || ratio < MAX_RATIO,
        `${name}: ${shortTime.toFixed(1)} ms, and ${longTime.toFixed(1)} ms for ${TIMES} times as much`,
      );
    }
  });
}
