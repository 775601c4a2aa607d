/** Where the time of a keystroke goes, once V8 has compiled what it runs: its own clock, put together by the layers of the sources. */
import { readFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';
import { type Analysis, createLanguageService, DEFAULT_TARGET, NO_FACTS } from '../server/src/language-service';
import { type Contestant, ours } from './contestants';
import type { Figure, Row, Section } from './section';

const WARM_UP = 60;
const KEYSTROKES = 60;
const LENGTHS = [1000, 10_000] as const;
/** Between two samples, in microseconds. */
const INTERVAL = 200;

/** What the rows are called, by the folder of the sources. */
const LAYERS: Readonly<Record<string, string>> = {
  syntax: 'parsing',
  text: 'texts and ranges',
  schema: 'values and device strings',
  specs: 'values and device strings',
  options: 'values and device strings',
  model: 'the model, and what rules ask of it',
  validation: 'validation',
  linter: 'running the rules',
  rules: 'the rules',
};
const COLLECTOR = 'collecting garbage';

/** Of both texts that cost most, in two lengths. */
export async function measureProfile(): Promise<Section> {
  const columns: (readonly [name: string, times: ReadonlyMap<string, number>])[] = [];
  for (const contestant of ours('dist'))
    for (const lines of LENGTHS)
      columns.push([`${contestant.name}, ${lines.toLocaleString('en')} lines`, await profileKeystrokes(contestant, lines)]);
  const layers = [...new Set(columns.flatMap(([, times]) => [...times.keys()]))];
  const row = (what: string, read: (times: ReadonlyMap<string, number>) => number): Row => {
    const figures = columns.map(([name, times]): [string, Figure] => [name, { p50: read(times) }]);
    return { what, unit: 'ms', figures: Object.fromEntries(figures) };
  };
  const total = (times: ReadonlyMap<string, number>): number => [...times.values()].reduce((sum, each) => sum + each, 0);
  const rows = layers.map((layer) => row(layer, (times) => times.get(layer) ?? 0));
  const weight = ({ figures }: Row): number => Object.values(figures).reduce((sum, { p50 }) => sum + p50, 0);
  return {
    title: 'Where the time of a keystroke goes',
    note: `Means of ${KEYSTROKES} keystrokes after ${WARM_UP} others, by the layers of ARCHITECTURE.md; without the protocol. The edit is in the middle: statements before it are kept, those behind it have moved and are made anew.`,
    rows: [row('all', total), ...rows.sort((a, b) => weight(b) - weight(a))],
  };
}

/** Milliseconds a keystroke, by layer. */
async function profileKeystrokes({ head = '', line, typed }: Contestant, length: number): Promise<ReadonlyMap<string, number>> {
  const lines = [head, ...Array.from({ length }, (_, index) => line(index + 1)), ''];
  const texts = [lines.join('\n'), lines.with(length >> 1, `${lines[length >> 1] ?? ''}${typed}`).join('\n')];
  const service = createLanguageService();
  let analysis: Analysis | undefined;
  const type = (count: number): void => {
    for (let run = 0; run < count; run++) {
      analysis = service.analyze(texts[run % 2] ?? '', { target: DEFAULT_TARGET, rules: NO_RULE_SETTINGS }, NO_FACTS, analysis);
    }
  };
  type(WARM_UP);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  type(KEYSTROKES);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return sumByLayer(profile);
}

const NO_RULE_SETTINGS = { severities: {}, allowOptions: [] };

function sumByLayer({ nodes, samples, timeDeltas }: Profiler.Profile): ReadonlyMap<string, number> {
  const times = new Map<number, number>();
  for (const [index, id] of (samples ?? []).entries()) add(times, id, timeDeltas?.[index] ?? 0);
  const sums = new Map<string, number>();
  // What the engine does itself counts for who asked for it; callers come before those that they call.
  const layers = new Map<number, string | undefined>();
  for (const { id, callFrame, children } of nodes) {
    const layer = layerOf(callFrame) ?? layers.get(id);
    for (const child of children ?? []) layers.set(child, layer);
    if (layer !== undefined) add(sums, layer, (times.get(id) ?? 0) / 1000 / KEYSTROKES);
  }
  return sums;
}

function add<Key>(sums: Map<Key, number>, key: Key, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function layerOf({ functionName, url, lineNumber }: Profiler.ProfileNode['callFrame']): string | undefined {
  if (functionName === '(garbage collector)') return COLLECTOR;
  if (url !== import.meta.url) return undefined;
  return LAYERS[folders().findLast(({ line }) => line <= lineNumber)?.folder ?? ''];
}

let known: readonly { readonly line: number; readonly folder: string }[] | undefined;

/** The line from which on this program is of a folder of the sources; the bundler writes that above each file. */
function folders(): NonNullable<typeof known> {
  known ??= readFileSync(fileURLToPath(import.meta.url), 'utf8')
    .split('\n')
    .flatMap((text, line) => {
      const [, path] = /^\/\/ (\S+\.ts)$/.exec(text) ?? [];
      return path === undefined ? [] : [{ line, folder: /^server\/src\/([^/]+)\//.exec(path)?.[1] ?? '' }];
    });
  return known;
}
