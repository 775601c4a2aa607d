/** `xlcfg format`: what is written, printed and returned, and which settings count. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from '../../server/src/cli/unified-diff';
import { layoutOf, parseEditorConfig } from '../../server/src/cli/editor-config';
import { message } from '../../server/src/text/message';
import { textRange } from '../../server/src/text/text-range';
import { applyEdits } from '../../server/src/text/text-edit';
import { runProcess, temporaryFolder } from '../support/cli-process';
import { runCli } from '../support/fake-terminal';

const UGLY = 'name="a"\ndisk=["b",\n"c"]\n';
const NICE = 'name = "a"\ndisk = [\n    "b",\n    "c",\n]\n';
const FOREIGN = '[section]\nport=80\n';

test('files are written, and it is said which', async () => {
  const { status, output, files } = await runCli(['format', 'a.cfg', 'b.cfg'], { 'a.cfg': UGLY, 'b.cfg': NICE });
  assert.deepEqual([status, output, files.get('a.cfg'), files.get('b.cfg')], [0, 'a.cfg: formatted\n1 of 2 files formatted\n', NICE, NICE]);
});

test('--check writes nothing, and says by its status whether it would', async () => {
  const { status, output, files } = await runCli(['format', '--check', 'a.cfg'], { 'a.cfg': UGLY });
  assert.deepEqual([status, output, files.get('a.cfg')], [1, 'a.cfg: would be formatted\n1 of 1 files would be formatted\n', UGLY]);
  assert.equal((await runCli(['format', '--check', 'a.cfg'], { 'a.cfg': NICE })).status, 0);
});

test('--diff writes nothing, and shows what it would', async () => {
  const { status, output, errors, files } = await runCli(['format', '--diff', 'a.cfg'], { 'a.cfg': UGLY });
  const lines = ['--- a.cfg', '+++ a.cfg', '@@ -1,3 +1,5 @@', '-name="a"', '-disk=["b",', '-"c"]'];
  assert.equal(
    output,
    [
      ...lines,
      ...NICE.trimEnd()
        .split('\n')
        .map((line) => `+${line}`),
      '',
    ].join('\n'),
  );
  assert.deepEqual([status, errors, files.get('a.cfg')], [0, 'a.cfg: would be formatted\n1 of 1 files would be formatted\n', UGLY]);
  assert.equal((await runCli(['format', '--diff', '--check', 'a.cfg'], { 'a.cfg': UGLY })).status, 1);
});

test('standard input goes to standard output, also where there is nothing to do', async () => {
  assert.deepEqual(await runCli(['format', '-'], { '-': UGLY }).then(({ status, output }) => [status, output]), [0, NICE]);
  const foreign = await runCli(['format', '-'], { '-': FOREIGN });
  assert.deepEqual([foreign.status, foreign.output], [0, FOREIGN]);
  assert.match(foreign.errors, /^-: is left alone: /);
});

test('a file that cannot be read or written costs only itself', async () => {
  const unreadable = { kind: 'unreadable', reason: message('is a directory') } as const;
  const run = await runCli(
    ['format', 'x.cfg', 'y.cfg', 'z.cfg', 'a.cfg'],
    { 'y.cfg': unreadable, 'z.cfg': UGLY, 'a.cfg': UGLY },
    { unwritable: ['z.cfg'] },
  );
  assert.deepEqual([run.status, run.files.get('a.cfg')], [2, NICE]);
  assert.equal(run.errors, 'x.cfg: no such file\ny.cfg: is a directory\nz.cfg: is not written: permission denied\n');
  assert.equal(run.output, 'a.cfg: formatted\n1 of 1 files formatted\n');
});

test('what is no config is left alone, and what is too long cannot be read', async () => {
  const long = `# ${'x'.repeat(600_000)}\na=1\n`;
  const run = await runCli(['format', 'a.conf', 't.cfg', 'p.cfg'], {
    'a.conf': FOREIGN,
    't.cfg': 'memory = {{ m }}\na=1\n',
    'p.cfg': 'import os\na=1\n',
  });
  assert.deepEqual([run.status, run.files.get('a.conf')], [0, FOREIGN]);
  assert.equal(
    run.errors,
    'a.conf: is left alone: xl refuses it, and it does not look like a config\nt.cfg: is left alone: it is a template\np.cfg: is left alone: it is a Python program\n',
  );
  assert.equal((await runCli(['format', 'a.cfg'], { 'a.cfg': long })).status, 2);
});

test('of a folder, the configs are formatted', async () => {
  const config = `kernel="k"\nmemory=1\n${UGLY}`;
  const contents = { 'd/a.cfg': config, 'd/e/b.xl': 'a=1\n', 'd/c.conf': 'port=80\n', 'd/i.cfg': FOREIGN };
  const { output, errors, files } = await runCli(['format', 'd'], contents);
  assert.deepEqual([output, errors], ['d/a.cfg: formatted\nd/e/b.xl: formatted\n2 of 2 files formatted\n', '']);
  assert.deepEqual([files.get('d/c.conf'), files.get('d/e/b.xl')], ['port=80\n', 'a = 1\n']);
});

test('--format json tells the same as one object', async () => {
  const { output } = await runCli(['format', '--check', '--format', 'json', 'a.cfg', 'b.cfg', 'c.cfg', 'd.cfg'], {
    'a.cfg': UGLY,
    'b.cfg': NICE,
    'c.cfg': FOREIGN,
  });
  assert.deepEqual(JSON.parse(output), {
    version: 1,
    files: [
      { path: 'a.cfg', changed: true },
      { path: 'b.cfg', changed: false },
      { path: 'c.cfg', changed: false, leftAlone: 'is left alone: xl refuses it, and it does not look like a config' },
      { path: 'd.cfg', problem: 'no such file' },
    ],
  });
});

test('line ends of Windows are repaired, and bytes that are no UTF-8 stay', async () => {
  const { files } = await runCli(['format', 'a.cfg'], { 'a.cfg': 'a=1\r\n# b\r\n' });
  assert.equal(files.get('a.cfg'), 'a = 1\n# b\n');
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.cfg'), Buffer.from('name="\xe4"\n', 'latin1'));
  assert.equal(runProcess(['format', 'a.cfg'], folder).status, 0);
  assert.equal(readFileSync(join(folder, 'a.cfg'), 'latin1'), 'name = "\xe4"\n');
});

test('real folders are searched to their depths, and what does not change is not written', () => {
  const folder = temporaryFolder();
  const deep = join(folder, 'c', ...Array<string>(12).fill('d'));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, 'a.xl'), UGLY);
  writeFileSync(join(folder, 'c/b.xl'), NICE);
  utimesSync(join(folder, 'c/b.xl'), 1, 1);
  const { status, stdout } = runProcess(['format', 'c'], folder);
  assert.deepEqual([status, stdout.split('\n').at(-2)], [0, '1 of 2 files formatted']);
  assert.equal(readFileSync(join(deep, 'a.xl'), 'utf8'), NICE);
  assert.equal(statSync(join(folder, 'c/b.xl')).mtimeMs, 1000);
});

test('the project file says how, for single files too, and its mistakes are named', async () => {
  const project = '{ "format": { "quotes": "single" }, "overrides": [{ "files": ["b.cfg"], "format": { "lists": "one-per-line" } }] }';
  const run = await runCli(['format', '/p/a.cfg', '/p/b.cfg'], {
    '/p/.xlcfg.json': project,
    '/p/a.cfg': 'a=["b"]\n',
    '/p/b.cfg': 'a=["b"]\n',
  });
  assert.deepEqual([run.files.get('/p/a.cfg'), run.files.get('/p/b.cfg')], ["a = [ 'b' ]\n", "a = [\n    'b',\n]\n"]);
  const wrong = await runCli(['format', '/p/a.cfg'], { '/p/.xlcfg.json': '{ "format": { "quotes": "none" } }', '/p/a.cfg': UGLY });
  assert.deepEqual([wrong.status, wrong.files.get('/p/a.cfg')], [2, NICE]);
  assert.match(wrong.errors, /format\.quotes has to be one of preserve, double, single/);
});

test('.editorconfig says how far lists are indented, the nearest file last, and the project knows the width better', async () => {
  const contents = {
    '/.editorconfig': 'root = true\n[*]\nindent_style = space\nindent_size = 1\n',
    '/p/.editorconfig':
      '; c\nROOT = True\n[*]\nindent_size = 2\nmax_line_length = 20\ninsert_final_newline = false\n[*.{xl,cfg}]\nindent_size = 3\n[/q/**]\nindent_style = tab\n',
    '/p/q/.editorconfig': '[b.cfg]\nindent_style = unset\n',
    '/p/a.cfg': 'a=[\n1]\nb=[11111,22222,33333]',
    '/p/q/a.cfg': UGLY,
    '/p/q/b.cfg': UGLY,
  };
  const { files } = await runCli(['format', ...Object.keys(contents).filter((path) => path.endsWith('.cfg'))], contents);
  assert.equal(files.get('/p/a.cfg'), 'a = [\n   1,\n]\nb = [\n   11111,\n   22222,\n   33333,\n]');
  assert.equal(files.get('/p/q/a.cfg'), NICE.replaceAll('    ', '\t'));
  assert.equal(files.get('/p/q/b.cfg'), NICE.replaceAll('    ', '   '));
  const named = { ...contents, '/p/.xlcfg.json': '{ "format": { "printWidth": 60 } }', '-': 'b=[11111,22222,33333]' };
  assert.equal((await runCli(['format', '--stdin-filename', '/p/x.cfg', '-'], named)).output, 'b = [ 11111, 22222, 33333 ]');
});

test('what is wrong in .editorconfig counts as not said', () => {
  const { sections } = parseEditorConfig(
    '[*\nindent_size=2\n[{1..3}]\nindent_size=2\n[*]\nindent_size = many\ntab_width=99\nmax_line_length=off\n=\nx\n',
  );
  const [properties, ...others] = sections.map((section) => section.properties);
  assert.deepEqual(others, []);
  assert.deepEqual(layoutOf(properties ?? new Map()), { indent: { style: 'space', size: 4 }, finalNewline: true, lineLength: Infinity });
});

test('a diff is what git applies', () => {
  const line = fc.constantFrom('a\n', 'b\n', '\n', '# c\n', 'long line\n');
  const edit = fc.record({ start: fc.nat(60), length: fc.nat(9), newText: fc.constantFrom('', 'x', '\n', 'y\nz', '\n\n') });
  const folder = temporaryFolder();
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 30 }),
      fc.boolean(),
      fc.array(edit, { minLength: 1, maxLength: 5 }),
      (lines, isEnded, places) => {
        const text = lines.join('') + (isEnded ? '' : 'end');
        const edits = places
          .map(({ start, length, newText }) => ({
            range: textRange(Math.min(start, text.length), Math.min(start + length, text.length)),
            newText,
          }))
          .sort((a, b) => a.range.start - b.range.start)
          .filter(({ range }, index, all) => range.start >= Math.max(0, ...all.slice(0, index).map((other) => other.range.end + 1)));
        const after = applyEdits(text, edits);
        if (after === text) return;
        const diff = unifiedDiff('f', text, edits)
          .map((part) => (typeof part === 'string' ? part : part.text))
          .join('');
        writeFileSync(join(folder, 'f'), text);
        const { status, stderr } = spawnSync('git', ['apply', '-p0', '--whitespace=nowarn', '--unidiff-zero', '-'], {
          cwd: folder,
          input: diff,
          encoding: 'utf8',
        });
        assert.equal(status, 0, `${stderr}${diff}`);
        assert.equal(readFileSync(join(folder, 'f'), 'utf8'), after);
      },
    ),
    { numRuns: 60, seed: 1 },
  );
});
