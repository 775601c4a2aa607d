/**
 * What a person waits for in an editor: the reply to `initialize`, diagnostics of a file that is opened and of one that is typed in,
 * completion, and the memory after all that and with many files open.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE } from '../scripts/cache.mjs';
import type { Contestant } from './contestants';
import { ServerProcess } from './language-server';
import { quantiles, type Row, type Section } from './section';

const ROUNDS = 3;
const KEYSTROKES = 40;
/** In the longest text, where some servers take seconds for each. */
const LONG_KEYSTROKES = 10;
const COMPLETIONS = 30;
/** A person looks at a text before the first word, in milliseconds. */
const LOOK = 1000;
const LENGTHS = [200, 1000, 3000, 10_000] as const;
const LONGEST = 10_000;
const MANY_FILES = 500;
const FILE_LENGTH = 30;
const FOLDER = join(CACHE, 'bench');

interface Measures {
  readonly initialize: number;
  /** By length. */
  readonly open: ReadonlyMap<number, number>;
  readonly completion: readonly number[];
  readonly keystroke: readonly number[];
  readonly longKeystroke: readonly number[];
  readonly megabytes: number;
  readonly manyMegabytes: number;
}

/** Measures the servers, which take turns, so that a slow moment of the machine hits all of them. */
export async function measureSessions(contestants: readonly Contestant[]): Promise<Section> {
  const rounds = new Map<string, Measures[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const contestant of contestants) rounds.get(contestant.name)?.push(await measure(contestant));
  }
  const row = (what: string, unit: Row['unit'], read: (each: Measures) => number | readonly number[] | undefined): Row => {
    const figures = [...rounds].map(([name, all]) => {
      const values = all.flatMap((each) => read(each) ?? []);
      const isFelt = typeof read(all[0] ?? NOTHING) === 'object';
      const { p50, p95 } = quantiles(values);
      return [name, isFelt ? { p50, p95 } : { p50 }] as const;
    });
    return { what, unit, figures: Object.fromEntries(figures) };
  };
  const opened = (all: readonly Measures[], length: number): number => quantiles(all.map(({ open }) => open.get(length) ?? NaN)).p50;
  return {
    title: 'In an editor',
    note: `Medians of ${ROUNDS} rounds; the first word is typed a second after the last text was opened; of keystrokes and completions p50 / p95. Each text has one thing that its server reports, in the middle.`,
    rows: [
      row('start → reply to `initialize`', 'ms', ({ initialize }) => initialize),
      row('open 200 lines → diagnostics', 'ms', ({ open }) => open.get(200)),
      row('open 10,000 lines → diagnostics', 'ms', ({ open }) => open.get(LONGEST)),
      row('keystroke in 1,000 lines → diagnostics', 'ms', ({ keystroke }) => keystroke),
      row('keystroke in 10,000 lines → diagnostics', 'ms', ({ longKeystroke }) => longKeystroke),
      row('completion in 10,000 lines', 'ms', ({ completion }) => completion),
      row('memory after that', 'MB', ({ megabytes }) => megabytes),
      row(`memory with ${MANY_FILES} files of ${FILE_LENGTH} lines open`, 'MB', ({ manyMegabytes }) => manyMegabytes),
    ],
    growths: [
      {
        file: 'growth-open',
        title: 'Opening a text: time to its diagnostics',
        size: 'lines',
        unit: 'ms',
        series: Object.fromEntries(
          [...rounds].map(([name, all]) => [name, LENGTHS.map((length) => [length, opened(all, length)] as const)]),
        ),
      },
    ],
  };
}

const NOTHING: Measures = {
  initialize: 0,
  open: new Map(),
  completion: [],
  keystroke: [],
  longKeystroke: [],
  megabytes: 0,
  manyMegabytes: 0,
};

async function measure(contestant: Contestant): Promise<Measures> {
  const start = performance.now();
  const server = await ServerProcess.start(contestant, FOLDER);
  const initialize = performance.now() - start;
  const open = new Map<number, number>();
  for (const lines of LENGTHS) open.set(lines, await server.open(uriOf(contestant, lines), textOf(contestant, lines)));
  await new Promise((done) => setTimeout(done, LOOK));
  const keystroke = await type(server, contestant, 1000, KEYSTROKES);
  const longKeystroke = await type(server, contestant, LONGEST, LONG_KEYSTROKES);
  const completion: number[] = [];
  const place = { line: placeOf(contestant, LONGEST) + 2, character: contestant.completesAt ?? 0 };
  for (let run = 0; run < COMPLETIONS; run++)
    completion.push(await server.ask('textDocument/completion', uriOf(contestant, LONGEST), place));
  const { megabytes } = server;
  server.stop();
  return { initialize, open, completion, keystroke, longKeystroke, megabytes, manyMegabytes: await weighManyFiles(contestant) };
}

/** Types behind the wrong line, and takes it away again; the times to the diagnostics. */
async function type(server: ServerProcess, contestant: Contestant, lines: number, count: number): Promise<readonly number[]> {
  const line = placeOf(contestant, lines) + 1;
  const start = { line, character: contestant.line(line).length };
  const times: number[] = [];
  for (let run = 0; run < count; run++) {
    const isThere = run % 2 === 1;
    times.push(await server.type(uriOf(contestant, lines), start, isThere ? contestant.typed.length : 0, isThere ? '' : contestant.typed));
  }
  return times;
}

async function weighManyFiles(contestant: Contestant): Promise<number> {
  const server = await ServerProcess.start(contestant, FOLDER);
  const opened = Array.from({ length: MANY_FILES }, (_, file) => {
    const uri = pathToFileURL(join(FOLDER, `file${file}.${contestant.extension}`)).href;
    return server.open(uri, textOf(contestant, FILE_LENGTH));
  });
  await Promise.all(opened);
  const { megabytes } = server;
  server.stop();
  return megabytes;
}

function uriOf({ extension }: Contestant, lines: number): string {
  return pathToFileURL(join(FOLDER, `lines${lines}.${extension}`)).href;
}

/** The line of the text with something wrong in it. */
function placeOf({ head }: Contestant, lines: number): number {
  return (lines >> 1) + (head === undefined ? 0 : 1);
}

function textOf(contestant: Contestant, lines: number): string {
  const all = Array.from({ length: lines }, (_, index) => contestant.line(index + (contestant.head === undefined ? 0 : 1)));
  if (contestant.head !== undefined) all.unshift(contestant.head);
  all[placeOf(contestant, lines)] = contestant.wrongLine;
  return `${all.join('\n')}\n`;
}
