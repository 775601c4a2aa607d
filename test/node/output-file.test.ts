/** Reports in files: whole or not at all, and never in the place of what is no file. Also the paths and colours in them. */
import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sayInEnglish } from '../../server/src/messages/say';
import { checkoutPath } from '../../server/src/node/checkout-path';
import { openOutput } from '../../server/src/node/output-file';
import { wantsColor } from '../../server/src/node/wants-color';
import { runProcess, temporaryFolder } from '../support/cli-process';
import { needsLinks, needsSpecialFiles } from '../support/special-files';

test('a file takes its name when it is whole', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'report');
  writeFileSync(path, 'old');
  const output = openOutput(path);
  output.write('ä'.repeat(100_000));
  assert.equal(readFileSync(path, 'utf8'), 'old');
  output.write('end');
  assert.equal(output.finish(), undefined);
  assert.equal(readFileSync(path, 'utf8'), `${'ä'.repeat(100_000)}end`);
  assert.deepEqual(readdirSync(folder), ['report']);
});

test('what is given up leaves nothing behind', () => {
  const folder = temporaryFolder();
  const output = openOutput(join(folder, 'report'));
  output.write('a');
  output.abandon();
  output.write('b');
  output.abandon();
  assert.deepEqual(readdirSync(folder), []);
});

test('a link stays one, and leads to the report', needsLinks, () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'to'));
  writeFileSync(join(folder, 'to/report'), '');
  symlinkSync('to/report', join(folder, 'link'));
  const output = openOutput(join(folder, 'link'));
  output.write('new');
  assert.equal(output.finish(), undefined);
  assert.ok(lstatSync(join(folder, 'link')).isSymbolicLink());
  assert.equal(readFileSync(join(folder, 'to/report'), 'utf8'), 'new');
});

test('what is no file, or lies nowhere, has a reason', needsSpecialFiles, () => {
  const reasonFor = (path: string): string => {
    const output = openOutput(path);
    output.write('a');
    return sayInEnglish(output.finish() ?? '');
  };
  assert.equal(reasonFor('/dev/null'), 'is not written: it is no regular file');
  assert.ok(lstatSync('/dev/null').isCharacterDevice());
  assert.equal(reasonFor(temporaryFolder()), 'is not written: it is no regular file');
  assert.equal(reasonFor(join(temporaryFolder(), 'no/report')), 'is not written: there is no such folder');
  const folder = temporaryFolder();
  chmodSync(folder, 0o500);
  if (process.getuid?.() !== 0) assert.equal(reasonFor(join(folder, 'report')), 'is not written: permission denied');
});

test('the program writes several reports of what several threads find', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'cfg'));
  for (let index = 0; index < 650; index++) writeFileSync(join(folder, `cfg/${index}.xl`), `name = "a"\nkernel = "/k"\nopt_${index} = 1\n`);
  const { stdout, status } = runProcess(['check', '--output', 'gitlab=a.json', '--output', 'json=b.json', 'cfg'], folder);
  assert.equal(status, 0);
  assert.match(stdout, /650 files checked: 0 errors, 650 warnings/);
  const issues = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')) as readonly { readonly location: { readonly path: string } }[];
  const { files } = JSON.parse(readFileSync(join(folder, 'b.json'), 'utf8')) as { readonly files: readonly { readonly path: string }[] };
  const paths = files.map(({ path }) => path);
  assert.deepEqual(paths, paths.toSorted());
  assert.deepEqual([...new Set(issues.map(({ location }) => location.path))], paths);
});

test('paths are those of the checkout', () => {
  const before = { ...process.env };
  try {
    delete process.env['CI_PROJECT_DIR'];
    process.env['GITHUB_WORKSPACE'] = '/srv/checkout';
    assert.equal(checkoutPath('/srv/checkout/a/b.cfg'), 'a/b.cfg');
    assert.equal(checkoutPath('x/../a.cfg'), 'a.cfg');
    assert.equal(checkoutPath('-'), '-');
    assert.ok(checkoutPath('/other/a.cfg').endsWith('/other/a.cfg'));
  } finally {
    process.env = before;
  }
});

test('colours follow the terminal, NO_COLOR and FORCE_COLOR', () => {
  assert.deepEqual([wantsColor({}, true), wantsColor({}, false)], [true, false]);
  assert.deepEqual([wantsColor({ NO_COLOR: '1' }, true), wantsColor({ NO_COLOR: '' }, true)], [false, true]);
  assert.deepEqual([wantsColor({ FORCE_COLOR: '1' }, false), wantsColor({ FORCE_COLOR: '0' }, true)], [true, false]);
  assert.equal(wantsColor({ NO_COLOR: '1', FORCE_COLOR: '1' }, true), false);
  assert.equal(wantsColor({ TERM: 'dumb' }, true), false);
});
