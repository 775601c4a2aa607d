/** The kernel library in a worker of a real browser, on images built in code and on a real one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startBrowser } from '../../scripts/browser.mjs';
import { prepareKernelImages } from '../../scripts/kernel-images.mjs';
import { skipReason } from '../../scripts/skipping.mjs';
import type { ImageReport } from '../../server/src/kernel/inspect';
import { judgePv, judgePvh } from '../../server/src/kernel/judge';
import { needsCompressors, pack, PACK_FORMATS } from '../support/compressors';
import { makeBzImage, makeElf, PV_NOTES, PVH_NOTE, withSizeWord } from '../support/tiny-images';

const WORKER = readFileSync('dist/browser-kernel-worker.js', 'utf8');
const images = prepareKernelImages();

/** Asks the worker in a page about each image. */
async function inspectInBrowser(contents: readonly Uint8Array[]): Promise<readonly ImageReport[] | string> {
  const { browser, problem } = await startBrowser();
  if (browser === undefined) return skipReason('a browser', problem) || problem;
  try {
    const page = await browser.newPage();
    const inputs = contents.map((bytes) => Buffer.from(bytes).toString('base64'));
    return await page.evaluate(
      async ({ source, texts }) => {
        const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
        const reports: ImageReport[] = [];
        for (const text of texts) {
          const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
          const answer = new Promise<ImageReport>((resolve, reject) => {
            worker.onmessage = ({ data }: MessageEvent<{ readonly report: ImageReport }>) => {
              resolve(data.report);
            };
            worker.onerror = (event) => {
              reject(new Error(event.message));
            };
          });
          worker.postMessage({ file: new Blob([bytes]) });
          reports.push(await answer);
        }
        return reports;
      },
      { source: WORKER, texts: inputs },
    );
  } finally {
    await browser.close();
  }
}

test('every compression is read in a browser worker', needsCompressors, async (context) => {
  const kernel = makeElf({ notes: [...PV_NOTES, PVH_NOTE] });
  const rebuilt = PACK_FORMATS.map((format) => {
    const packed = pack(format, kernel);
    return makeBzImage({ payload: format === 'gzip' ? packed : withSizeWord(packed, kernel.length) });
  });
  const damaged = makeBzImage({ payload: gzipSync(kernel).subarray(0, 60) });
  const folder = images.root === undefined ? undefined : join(images.root, 'amd64/boot');
  const real =
    folder === undefined
      ? []
      : readdirSync(folder)
          .filter((name) => /^vmlinuz-.*cloud-amd64$/.test(name))
          .map((name) => readFileSync(join(folder, name)));
  const reports = await inspectInBrowser([...rebuilt, gzipSync(kernel), ...real, damaged]);
  if (typeof reports === 'string') {
    context.skip(reports);
    return;
  }
  const answers = reports.map((report) => [judgePv(report, 22).boots, judgePvh(report, 22).boots]);
  assert.deepEqual(answers, [...answers.slice(0, -1).map(() => [true, true]), [false, false]]);
  assert.deepEqual(
    reports.slice(0, PACK_FORMATS.length).map(({ bzImage }) => bzImage?.payload?.format),
    PACK_FORMATS,
  );
});
