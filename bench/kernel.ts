/**
 * Time to the answer for kernel images, beside Xen's own builder library on the same
 * files in the same run. The best of a few runs counts; the first run of ours, with
 * nothing compiled yet, is shown too.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CACHE } from '../scripts/cache.mjs';
import { prepareCompressors, prepareKernelImages } from '../scripts/kernel-images.mjs';
import { THIS_MACHINE } from '../scripts/machine.mjs';
import { compile, prepareRealXl } from '../scripts/real-xl.mjs';
import { bytesSource, sliceSource } from '../server/src/kernel/byte-source';
import { openPayload, readBzImage } from '../server/src/kernel/bzimage';
import { MemoryBudget } from '../server/src/kernel/memory-budget';
import { createNodeCodecs } from '../server/src/node/kernel/node-codecs';
import { makeBzImage, withSizeWord } from '../test/support/tiny-images';

const RUNS = 4;

const images = prepareKernelImages();
const compressors = prepareCompressors();
const xen = prepareRealXl();
if (images.root === undefined || compressors.pack === undefined || xen.root === undefined) {
  throw new Error(images.problem ?? compressors.problem ?? xen.problem);
}

const peer = compile(
  THIS_MACHINE,
  CACHE,
  ['bench/parse-kernel.c'],
  ['-O2', `-I${join(xen.root, 'usr/include')}`],
  [`-L${join(xen.root, 'usr/lib/x86_64-linux-gnu')}`, '-lxenguest', '-lxenctrl', '-Wl,--unresolved-symbols=ignore-in-shared-libs'],
);
if (peer.path === undefined) throw new Error(peer.problem);

/** The real images, and one of them in every compression. */
async function collect(): Promise<ReadonlyMap<string, string>> {
  const folder = join(images.root ?? '', 'amd64/boot');
  const names = readdirSync(folder).filter((name) => name.startsWith('vmlinuz-'));
  const files = new Map(names.map((name) => [name, join(folder, name)]));
  const source = bytesSource(readFileSync(files.get(names.find((name) => /-\d+-amd64$/.test(name)) ?? '') ?? ''));
  const header = readBzImage(source);
  if (header === undefined) return files;
  const packed = sliceSource(source, header.payloadStart, header.payloadStart + header.payloadLength);
  const { content, unpackedSize = 0 } = openPayload(packed, await createNodeCodecs(), new MemoryBudget());
  const kernel = content?.read(0, unpackedSize) ?? new Uint8Array();
  mkdirSync(join(CACHE, 'bench-kernels'), { recursive: true });
  for (const format of ['gzip', 'bzip2', 'xz', 'lzma', 'lzo', 'lz4', 'zstd'] as const) {
    const payload = compressors.pack?.(format, kernel) ?? new Uint8Array();
    const path = join(CACHE, 'bench-kernels', format);
    writeFileSync(path, makeBzImage({ payload: format === 'gzip' ? payload : withSizeWord(payload, kernel.length) }));
    files.set(`rebuilt with ${format}`, path);
  }
  return files;
}

/** Milliseconds of each run in one fresh thread, as the server has it. */
async function timeOurs(path: string): Promise<readonly number[]> {
  const worker = new Worker(resolve('dist/kernel-worker.js'));
  const ask = (file: string): Promise<void> =>
    new Promise((answered) => {
      worker.once('message', () => {
        answered();
      });
      worker.postMessage({ path: file });
    });
  // Starting a thread is not part of an answer: it is there while somebody types.
  await ask('/dev/null');
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await ask(path);
    times.push(performance.now() - start);
  }
  await worker.terminate();
  return times;
}

function timePeer(path: string): readonly [time: number, isTaken: boolean] {
  const { stdout } = spawnSync(peer.path ?? '', [path, String(RUNS)], {
    encoding: 'utf8',
    env: { ...process.env, LD_LIBRARY_PATH: xen.libraryPath },
  });
  const runs = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  return [Math.min(...runs.map(([time = NaN]) => time)), runs.every(([, isTaken]) => isTaken === 1)];
}

const show = (time: number): string => time.toFixed(0).padStart(8);
process.stdout.write(`${'image'.padEnd(40)}   first    best   libxenguest (ms)\n`);
for (const [name, path] of await collect()) {
  const ours = await timeOurs(path);
  const [theirs, isTaken] = timePeer(path);
  process.stdout.write(
    `${name.padEnd(40)}${show(ours[0] ?? NaN)}${show(Math.min(...ours))}${show(theirs)}${isTaken ? '' : '  (refused by this build)'}\n`,
  );
}
