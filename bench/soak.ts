/**
 * Edits for a long time as a person would, and shows that memory stays flat once everything has been seen.
 *
 * `npm run bench:soak -- --minutes 60`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ours } from './contestants';
import { ServerProcess } from './language-server';

/** Between two keystrokes, in milliseconds. */
const PAUSE = 40;
/** The part of the time in which memory may still grow. */
const WARM_UP = 0.25;
/** What may be more at the end than after the warm-up; collections come when they come. */
const ROOM = 1.15;
const TYPED = 'vif = [ "bridge=xenbr0,mac=00:16:3e:00:00:01" ]\nvcpus = "two"\n';
const REQUESTS = ['completion', 'hover', 'documentSymbol', 'codeLens', 'semanticTokens/full', 'foldingRange'];

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' }, bundles: { type: 'string', default: 'dist' } } });
const duration = Number(values.minutes) * 60_000;
const folder = resolve('examples');
const names = readdirSync(folder).filter((name) => name.endsWith('.cfg'));
const [program] = ours(values.bundles);
if (program === undefined) throw new Error('There is nothing to measure');
const server = await ServerProcess.start(program, folder);

/** Opens a config, types two settings at its end and takes them away again, asks this and that, and closes it. */
async function edit(name: string): Promise<number> {
  const uri = pathToFileURL(join(folder, name)).href;
  const text = readFileSync(join(folder, name), 'utf8');
  const line = text.split('\n').length - 1;
  await server.open(uri, text);
  const written = Array.from(TYPED);
  let [row, column] = [line, 0];
  for (const character of written) {
    await server.type(uri, { line: row, character: column }, 0, character);
    [row, column] = character === '\n' ? [row + 1, 0] : [row, column + 1];
    await sleep(PAUSE);
  }
  for (const request of REQUESTS) await server.ask(`textDocument/${request}`, uri, { line, character: 3 }).catch(() => 0);
  await server.close(uri);
  return written.length;
}

const start = performance.now();
const samples: { readonly at: number; readonly megabytes: number }[] = [];
let [keystrokes, reported] = [0, 0];
process.stdout.write('| minute | keystrokes | memory |\n| ---: | ---: | ---: |\n');
while (performance.now() - start < duration) {
  for (const name of names) keystrokes += await edit(name);
  const at = performance.now() - start;
  samples.push({ at, megabytes: server.megabytes });
  const minute = Math.floor(at / 60_000);
  if (minute > reported) process.stdout.write(`| ${minute} | ${keystrokes} | ${server.megabytes.toFixed(0)} MB |\n`);
  reported = minute;
}
server.stop();

const mean = (from: number, to: number): number => {
  const some = samples.filter(({ at }) => at >= from * duration && at <= to * duration);
  return some.reduce((sum, { megabytes }) => sum + megabytes, 0) / some.length;
};
const [before, after] = [mean(WARM_UP, 2 * WARM_UP), mean(1 - WARM_UP, Infinity)];
const isFlat = after <= before * ROOM;
process.stdout.write(`\n${isFlat ? 'Flat' : 'NOT flat'}: ${before.toFixed(0)} MB after the warm-up, ${after.toFixed(0)} MB at the end\n`);
process.exitCode = isFlat ? 0 : 1;
