/**
 * How the time for a text grows with its length, for texts that make some part of the
 * checks do its utmost. The exponent is the slope of the time over the length, both as
 * logarithms: 1 is linear, 2 quadratic. Arguments choose families by a part of their name.
 */
import { type HostileOperation, OPERATIONS } from '../test/support/hostile-operations';
import { exponentOf } from './section';
import { FAMILIES } from '../test/support/hostile-families';

/** Up to the length behind which nothing is checked. */
const LENGTHS = [1_000, 4_000, 16_000, 64_000, 250_000, 490_000];
/** What takes longer is not made longer still, in milliseconds. */
const ENOUGH = 20_000;
const ATTEMPTS = 3;
const QUICK = 500;

interface Point {
  readonly length: number;
  readonly time: number;
  readonly heap: number;
  readonly slowest: string;
}

function timeOf(operation: HostileOperation, input: Parameters<HostileOperation>[0]): number {
  let best = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const start = performance.now();
    operation(input);
    best = Math.min(best, performance.now() - start);
    if (best > QUICK) break;
  }
  return best;
}

function measure(text: string): Point {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const input = { text, analysis: OPERATIONS.analyze({ text }) };
  const heap = process.memoryUsage().heapUsed - before;
  const times = Object.entries(OPERATIONS).map(([name, operation]) => ({ name, time: timeOf(operation, input) }));
  const slowest = times.reduce((worst, each) => (each.time > worst.time ? each : worst));
  return { length: text.length, time: times.reduce((sum, { time }) => sum + time, 0), heap, slowest: slowest.name };
}

const wanted = process.argv.slice(2);
const chosen = Object.entries(FAMILIES).filter(([name]) => wanted.length === 0 || wanted.some((each) => name.includes(each)));
process.stdout.write(`| text | ${LENGTHS.map((length) => `${length / 1000} k`).join(' | ')} | exponent | heap | slowest |\n`);
process.stdout.write(`| --- |${' ---: |'.repeat(LENGTHS.length + 2)} --- |\n`);
for (const [name, make] of chosen) {
  const points: Point[] = [];
  measure(make(LENGTHS[0] ?? 0));
  for (const length of LENGTHS) {
    if ((points.at(-1)?.time ?? 0) > ENOUGH) break;
    points.push(measure(make(length)));
  }
  const cells = LENGTHS.map((_, index) => (points[index] === undefined ? '' : `${points[index].time.toFixed(1)} ms`));
  const last = points.at(-1);
  const heap = `${((last?.heap ?? 0) / 1e6).toFixed(0)} MB`;
  process.stdout.write(
    `| ${name} | ${cells.join(' | ')} | ${exponentOf(points.map(({ length, time }) => [length, time])).toFixed(2)} | ${heap} | ${last?.slowest ?? ''} |\n`,
  );
}
