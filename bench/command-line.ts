/** The command line: one file beside a program that does nothing, and many files beside xl itself, one process a file. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CACHE } from '../scripts/cache.mjs';
import { buildExecutable, EXECUTABLE } from '../scripts/executable.mjs';
import { prepareRealXl } from '../scripts/real-xl.mjs';
import { quantiles, type Row, type Section } from './section';

const RUNS = 15;
const COUNTS = [10, 100, 1000, 10_000] as const;
const MOST = 10_000;
/** xl takes so many of the files, and the time for all follows from that. */
const SAMPLE = 200;
const CLI = resolve('dist/cli.js');
/** What the executable is called in the table. */
const ONE_FILE = 'xlcfg as one file';

/** @param peers the folder of the other programs, where they can be had */
export async function measureCommandLine(peers: string | undefined): Promise<Section> {
  const executable = (await buildExecutable()) === undefined ? resolve(EXECUTABLE) : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'xlcfg-bench-'));
  try {
    const files = writeFleet(folder);
    const times = COUNTS.map((count) => [count, timeFiles(files.slice(0, count))] as const);
    const all = times.find(([count]) => count === MOST)?.[1];
    const xl = timeXl(files.slice(0, SAMPLE));
    const rows: readonly Row[] = [
      timeOneFile(peers, executable),
      {
        what: '10,000 files',
        unit: 's',
        figures: {
          'xlcfg check': { p50: (all?.milliseconds ?? NaN) / 1000 },
          ...(xl === undefined ? {} : { '`xl create -n` each': { p50: (xl * MOST) / 1000 } }),
        },
      },
      { what: 'memory for 10,000 files', unit: 'MB', figures: { 'xlcfg check': { p50: all?.megabytes ?? NaN } } },
      ...(executable === undefined ? [] : [sizeOf(executable)]),
    ];
    const series = { 'xlcfg check': times.map(([count, { milliseconds }]) => [count, milliseconds / 1000] as const) };
    return {
      title: 'On the command line',
      note: `One file: medians of ${RUNS} runs from start to exit. Many files are copies of the examples under names of their own; the time of xl is that of ${SAMPLE} files, ${MOST / SAMPLE} times.`,
      rows,
      growths: [{ file: 'growth-files', title: 'Checking many files', size: 'files', unit: 's', series }],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeFleet(folder: string): readonly string[] {
  const texts = readdirSync('examples')
    .filter((name) => name.endsWith('.cfg'))
    .map((name) => readFileSync(join('examples', name), 'utf8'));
  return Array.from({ length: MOST }, (_, index) => {
    const path = join(folder, `${index}.cfg`);
    writeFileSync(path, texts[index % texts.length] ?? '');
    return path;
  });
}

function timeFiles(files: readonly string[]): { readonly milliseconds: number; readonly megabytes: number } {
  // The program itself says what it needed at most.
  const watch = `process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS))`;
  const start = performance.now();
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, CLI, 'check', ...files],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  return { milliseconds: performance.now() - start, megabytes: Number(stderr.trim().split('\n').at(-1)) / 1024 };
}

/** Milliseconds a file; undefined where there is no xl. */
function timeXl(files: readonly string[]): number | undefined {
  const xen = prepareRealXl();
  if (xen.root === undefined) return undefined;
  const env = { ...process.env, LD_LIBRARY_PATH: xen.libraryPath, LD_PRELOAD: xen.shim };
  const start = performance.now();
  for (const file of files) spawnSync(xen.xl ?? '', ['create', '-n', file], { env, stdio: 'ignore' });
  return (performance.now() - start) / files.length;
}

function sizeOf(executable: string): Row {
  return { what: 'the program itself', unit: 'MB', figures: { [ONE_FILE]: { p50: statSync(executable).size / 1e6 } } };
}

function timeOneFile(peers: string | undefined, executable: string | undefined): Row {
  const dockerfile = join(CACHE, 'bench', 'Dockerfile');
  mkdirSync(join(CACHE, 'bench'), { recursive: true });
  writeFileSync(dockerfile, 'FROM debian:12\nRUN apt-get update\nCMD ["sh"]\n');
  const check = ['check', resolve('examples/web1.cfg')];
  const node = process.execPath;
  const programs: Readonly<Record<string, readonly [program: string, ...args: string[]]>> = {
    'xlcfg check': [node, CLI, ...check],
    ...(executable === undefined ? {} : { [ONE_FILE]: [executable, ...check] }),
    'bare node': [node, '-e', '0'],
    ...(peers === undefined ? {} : { dockerfilelint: [node, join(peers, 'dockerfilelint/bin/dockerfilelint'), dockerfile] }),
  };
  const times = new Map(Object.keys(programs).map((name): [string, number[]] => [name, []]));
  // They take turns, so that a slow moment of the machine hits all of them.
  for (let run = 0; run <= RUNS; run++) {
    for (const [name, [program, ...args]] of Object.entries(programs)) {
      const start = performance.now();
      spawnSync(program, args);
      // The first run leaves what later ones start with.
      if (run > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return {
    what: 'one file',
    unit: 'ms',
    figures: Object.fromEntries([...times].map(([name, each]) => [name, { p50: quantiles(each).p50 }])),
  };
}
