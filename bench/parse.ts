/** The parser beside libxlutil, which is what xl reads configs with, on the same texts. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../scripts/cache.mjs';
import { THIS_MACHINE } from '../scripts/machine.mjs';
import { compile, prepareRealXl } from '../scripts/real-xl.mjs';
import { parse } from '../server/src/syntax/parser';
import { ours } from './contestants';
import { quantiles, type Row, type Section } from './section';

const RUNS = 60;
/** The first runs are slower, because nothing is compiled yet. */
const WARM_UP = 30;
const LINES = 10_000;
const REPEATS = 20;
const FOLDER = join(CACHE, 'bench');

/** Undefined where there is no libxlutil. */
export function measureParser(): Section | undefined {
  const xen = prepareRealXl();
  if (xen.root === undefined || xen.libraryPath === undefined) return undefined;
  const peer = compile(
    THIS_MACHINE,
    CACHE,
    ['bench/parse-config.c', 'bench/clock.h'],
    ['-O2', `-I${join(xen.root, 'usr/include')}`],
    [`-L${join(xen.root, 'usr/lib/x86_64-linux-gnu')}`, '-lxlutil', '-Wl,--unresolved-symbols=ignore-in-shared-libs'],
  );
  const { path, problem } = peer;
  if (path === undefined) throw new Error(problem);
  const { libraryPath } = xen;
  const examples = readdirSync('examples')
    .filter((name) => name.endsWith('.cfg'))
    .map((name) => readFileSync(join('examples', name), 'utf8'));
  // It would read nothing behind the first mistake.
  const right = examples.filter((text) => parse(text).problems.length === 0).join('\n');
  const texts = new Map([
    ...ours('dist').map(({ name, head = '', line }) => {
      const lines = Array.from({ length: LINES }, (_, index) => line(index + 1));
      return [`10,000 lines (${name.replace('xlcfg, ', '')})`, [head, ...lines, ''].join('\n')] as const;
    }),
    [`examples, ${REPEATS} times`, `${right}\n`.repeat(REPEATS)],
  ]);
  mkdirSync(FOLDER, { recursive: true });
  const rows = [...texts].map(([what, text]): Row => {
    const file = join(FOLDER, 'parse.cfg');
    writeFileSync(file, text);
    const speed = (milliseconds: number): number => Buffer.byteLength(text) / 1000 / milliseconds;
    const figures = { xlcfg: { p50: speed(timeOurs(text)) }, libxlutil: { p50: speed(timePeer(path, file, libraryPath)) } };
    return { what, unit: 'MB/s', figures };
  });
  return {
    title: 'The parser',
    note: `Beside libxlutil 4.17, warm, the median of ${RUNS} runs. libxlutil stops at the first mistake and keeps neither columns nor comments.`,
    rows,
  };
}

function timeOurs(text: string): number {
  const times: number[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    const start = performance.now();
    parse(text);
    times.push(performance.now() - start);
  }
  return quantiles(times.slice(WARM_UP)).p50;
}

function timePeer(program: string, file: string, libraryPath: string): number {
  const env = { ...process.env, LD_LIBRARY_PATH: libraryPath };
  const { stdout } = spawnSync(program, [file, String(RUNS)], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] });
  return quantiles(
    stdout
      .trim()
      .split('\n')
      .map((line) => Number(line.split(' ')[0])),
  ).p50;
}
