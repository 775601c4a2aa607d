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
import type { Row, Section } from './section';

const RUNS = 4;
const FORMATS = ['gzip', 'bzip2', 'xz', 'lzma', 'lzo', 'lz4', 'zstd'] as const;
type PackedFormat = (typeof FORMATS)[number];

interface Tools {
  readonly images: string;
  readonly pack: (format: PackedFormat, kernel: Uint8Array) => Uint8Array;
  readonly peer: string;
  readonly libraryPath: string;
}

/** Undefined where the images, or Xen's library, cannot be had. */
function prepareTools(): Tools | undefined {
  const [images, { pack }, xen] = [prepareKernelImages(), prepareCompressors(), prepareRealXl()];
  if (images.root === undefined || pack === undefined || xen.root === undefined || xen.libraryPath === undefined) return undefined;
  const { path, problem } = compile(
    THIS_MACHINE,
    CACHE,
    ['bench/parse-kernel.c', 'bench/clock.h'],
    ['-O2', `-I${join(xen.root, 'usr/include')}`],
    [`-L${join(xen.root, 'usr/lib/x86_64-linux-gnu')}`, '-lxenguest', '-lxenctrl', '-Wl,--unresolved-symbols=ignore-in-shared-libs'],
  );
  if (path === undefined) throw new Error(problem);
  return { images: images.root, pack, peer: path, libraryPath: xen.libraryPath };
}

/** The real images, and one of them in every compression. */
async function collect({ images, pack }: Tools): Promise<ReadonlyMap<string, string>> {
  const folder = join(images, 'amd64/boot');
  const names = readdirSync(folder).filter((name) => name.startsWith('vmlinuz-'));
  const files = new Map(names.map((name) => [name, join(folder, name)]));
  const source = bytesSource(readFileSync(files.get(names.find((name) => /-\d+-amd64$/.test(name)) ?? '') ?? ''));
  const header = readBzImage(source);
  if (header === undefined) return files;
  const packed = sliceSource(source, header.payloadStart, header.payloadStart + header.payloadLength);
  const { content, unpackedSize = 0 } = openPayload(packed, await createNodeCodecs(), new MemoryBudget());
  const kernel = content?.read(0, unpackedSize) ?? new Uint8Array();
  mkdirSync(join(CACHE, 'bench-kernels'), { recursive: true });
  for (const format of FORMATS) {
    const payload = pack(format, kernel);
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

function timePeer({ peer, libraryPath }: Tools, path: string): readonly [time: number, isTaken: boolean] {
  const { stdout } = spawnSync(peer, [path, String(RUNS)], {
    encoding: 'utf8',
    env: { ...process.env, LD_LIBRARY_PATH: libraryPath },
  });
  const runs = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  return [Math.min(...runs.map(([time = NaN]) => time)), runs.every(([, isTaken]) => isTaken === 1)];
}

/** Undefined where the images, or Xen's library, cannot be had. */
export async function measureKernels(): Promise<Section | undefined> {
  const tools = prepareTools();
  if (tools === undefined) return undefined;
  const rows: Row[] = [];
  for (const [what, path] of await collect(tools)) {
    const times = await timeOurs(path);
    const [theirs, isTaken] = timePeer(tools, path);
    const figures = { xlcfg: { p50: Math.min(...times) }, ...(isTaken ? { libxenguest: { p50: theirs } } : {}) };
    rows.push({ what, unit: 'ms', figures }, { what: `${what}, first time`, unit: 'ms', figures: { xlcfg: { p50: times[0] ?? NaN } } });
  }
  return {
    title: 'Kernel images',
    note: `From the path to the verdict, the best of ${RUNS} runs, beside libxenguest 4.17 on the same files; what its build does not read has no figure.`,
    rows,
  };
}
