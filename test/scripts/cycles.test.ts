/** The check for circles of modules sees every way in which one module names another. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { test, type TestContext } from 'node:test';

/** What the check prints of files with these texts. */
function check(
  context: TestContext,
  files: Readonly<Record<string, string>>,
): { readonly status: number | null; readonly lines: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'xlcfg-cycles-'));
  context.after(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { status, stderr } = spawnSync(process.execPath, ['scripts/cycles.mjs', folder], { encoding: 'utf8' });
  const lines = stderr
    .replaceAll(folder + sep, '')
    .replaceAll(sep, '/')
    .split('\n')
    .sort();
  return { status, lines: lines.filter((line) => line !== '') };
}

const BACK = "export * from './one';\n";

test('imports of every form close a circle, those of types too', (context) => {
  const forms = [
    "import { a } from './two';",
    "import type { A } from './two';",
    "import { type A } from './two';",
    "export type { A } from './two';",
    "export type A = import('./two').A;",
    "export const load = () => import('./two');",
  ];
  const files = forms.flatMap((text, index): readonly [string, string][] => [
    [`${index}/one.ts`, text],
    [`${index}/two.ts`, BACK],
  ]);
  const { status, lines } = check(context, Object.fromEntries(files));
  assert.equal(status, 1);
  assert.deepEqual(
    lines,
    forms.map((_, index) => `A circle of imports: ${index}/one.ts → ${index}/two.ts → ${index}/one.ts`),
  );
});

test('a circle over three files, one of them the index of its folder', (context) => {
  const files = { 'one.ts': "import './inner';\n", 'inner/index.ts': "import '../three';\n", 'three.ts': BACK };
  const { lines } = check(context, files);
  assert.deepEqual(lines, ['A circle of imports: inner/index.ts → three.ts → one.ts → inner/index.ts']);
});

test('a chain of imports has no circle', (context) => {
  const files = { 'one.ts': "import './two';\nimport './three';\n", 'two.ts': "import './three';\n", 'three.ts': '' };
  assert.deepEqual(check(context, files), { status: 0, lines: [] });
});
