/** Many files are checked by several threads, and nobody can tell from what is printed. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { inShares } from '../../server/src/cli/in-shares';
import { runProcess, temporaryFolder } from '../support/cli-process';

const COUNT = 700;
const folder = temporaryFolder();
mkdirSync(join(folder, 'cfg'));
const TEXTS = [
  'name = "a"\nmemory = 512\nvcpu = 2\n',
  'name = "b"\nmemory = "x\n',
  'name = "c"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\nmemory = 256\n',
];
const names = Array.from({ length: COUNT }, (_, index) => `cfg/${String(index).padStart(4, '0')}.cfg`);
for (const [index, name] of names.entries()) writeFileSync(join(folder, name), TEXTS[index % TEXTS.length] ?? '');

/** The report of all files, put together from reports of so few that one thread makes each. */
function reportInParts(): readonly unknown[] {
  return [0, 1, 2, 3].flatMap((part) =>
    filesOf(runProcess(['check', '--format', 'json', ...names.slice(part * 200, (part + 1) * 200)], folder)),
  );
}

function filesOf({ stdout }: { readonly stdout: string }): readonly unknown[] {
  return (JSON.parse(stdout) as { readonly files: readonly unknown[] }).files;
}

test('the report is the same, in the order of the arguments', () => {
  const run = runProcess(['check', '--format', 'json', ...names], folder);
  assert.deepEqual([run.status, run.stderr], [1, '']);
  assert.deepEqual(filesOf(run), reportInParts());
});

test('totals are those of all files', () => {
  const { stdout } = runProcess(['check', ...names], folder);
  assert.match(stdout, /\n700 files checked: \d+ errors, \d+ warnings, /);
  const places = [...stdout.matchAll(/^cfg\/(\d+)\.cfg:/gm)].map(([, number]) => Number(number));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
});

test('what is wrong with a project file is said once, and with a file where it stands', () => {
  writeFileSync(join(folder, '.xlcfg.json'), '{ "xen": "3.0" }\n');
  const { status, stdout, stderr } = runProcess(['check', '--format', 'json', ...names, 'cfg/none.cfg'], folder);
  writeFileSync(join(folder, '.xlcfg.json'), '{}\n');
  assert.equal(status, 2);
  assert.equal(stderr.match(/\.xlcfg\.json:/g)?.length, 1, stderr);
  assert.match(stderr, /cfg\/none\.cfg: no such file\n$/);
  assert.deepEqual(filesOf({ stdout }).slice(COUNT), [{ path: 'cfg/none.cfg', problem: 'no such file' }]);
});

test('every share is done once by somebody, and all come in order, whoever fails', async () => {
  const worker = fc.record({ delay: fc.nat(3), failsAt: fc.option(fc.nat(10)) });
  await fc.assert(
    fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 9 }), fc.array(worker, { maxLength: 3 }), async (count, size, workers) => {
      const items = Array.from({ length: count }, (_, index) => index);
      const others = workers.map(({ delay, failsAt }) => {
        let calls = 0;
        return async (share: readonly number[]): Promise<readonly number[]> => {
          await new Promise((resolve) => setTimeout(resolve, delay));
          if (calls++ === failsAt) throw new Error('failed');
          return share;
        };
      });
      const results: number[] = [];
      for await (const share of inShares(items, size, async (each) => Promise.resolve(each), others)) results.push(...share);
      assert.deepEqual(results, items);
    }),
    { numRuns: 60 },
  );
});

test('where the one who does the rest fails, that is the outcome', async () => {
  const fail = async (): Promise<never> => Promise.reject(new Error('no more'));
  await assert.rejects(async () => {
    for await (const share of inShares([1, 2, 3], 1, fail, [fail])) assert.fail(String(share));
  }, /no more/);
});
