/** However much a file unpacks to, looking into it takes no more memory than there is for all of its buffers together. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import type { ImageReport } from '../../server/src/kernel/inspect';
import { judgePv } from '../../server/src/kernel/judge';
import { listBombs } from '../support/bombs';
import { makeElf, PV_NOTES } from '../support/tiny-images';

/** Over what a process takes that has looked into one small image, in bytes. */
const MAX_GROWTH = 300_000_000;
const WORKER = resolve('dist/kernel-worker.js');

/** Asks the real worker about a small image and then about another one, and says how far the peak went up. */
const PROBE = `
const { Worker } = require('node:worker_threads');
const [script, small, bomb] = process.argv.slice(1);
const worker = new Worker(script);
let before;
worker.on('message', ({ file }) => {
  const peak = process.resourceUsage().maxRSS * 1024;
  if (before === undefined) {
    before = peak;
    worker.postMessage({ path: bomb });
  } else {
    console.log(JSON.stringify({ growth: peak - before, file }));
    process.exit();
  }
});
worker.postMessage({ path: small });
`;

const folder = mkdtempSync(join(tmpdir(), 'xlcfg-bombs-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const small = join(folder, 'small');
writeFileSync(small, makeElf({ notes: PV_NOTES }));

for (const [name, bytes] of listBombs()) {
  test(`${name}: ${Math.ceil(bytes.length / 1000)} kB`, { skip: existsSync(WORKER) ? false : 'not built' }, () => {
    const path = join(folder, 'bomb');
    writeFileSync(path, bytes);
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', PROBE, WORKER, small, path], { encoding: 'utf8' });
    assert.equal(stderr, '');
    const { growth, file } = JSON.parse(stdout) as { readonly growth: number; readonly file: { readonly report: ImageReport } };
    assert.ok(growth < MAX_GROWTH, `${Math.round(growth / 1e6)} MB`);
    // What could not be looked into to the end is not a kernel that Xen refuses.
    assert.notEqual(judgePv(file.report, 17).boots, true);
  });
}
