/** Configs that are put together of several files, and project files that extend others, on the command line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSurroundings } from '../../server/src/project/assemble';
import { parseProjectFile } from '../../server/src/project/project-file';
import { runCli } from '../support/fake-terminal';

const BASE = 'name = "web1"\nmemory = 512\nkernel = "/boot/vmlinuz"\n';

/** The findings of `check`, one a line, without what stands around them. */
async function check(files: Readonly<Record<string, string>>, paths: readonly string[], more: readonly string[] = []) {
  const { output, errors, status, files: after } = await runCli(['check', '--format', 'json', ...more, ...paths], files);
  const report = JSON.parse(output) as {
    readonly files: readonly {
      readonly path: string;
      readonly findings: readonly { readonly ruleId: string; readonly range: { readonly start: { readonly line: number } } }[];
    }[];
  };
  const found = report.files.flatMap(({ path, findings }) =>
    findings.map(({ ruleId, range }) => `${path}:${range.start.line + 1} ${ruleId}`),
  );
  return { found, errors, status, after };
}

test('files that are parts of configs need no name', async () => {
  const files = { '/p/a-devices.cfg': 'vcpus = 2\n', '/p/.xlcfg.json': '{ "fragments": ["*-devices.cfg"] }' };
  assert.deepEqual((await check(files, ['/p/a-devices.cfg'])).found, []);
  assert.deepEqual((await check({ ...files, '/p/.xlcfg.json': '{}' }, ['/p/a-devices.cfg'])).found, ['/p/a-devices.cfg:1 missing-name']);
});

const ASSEMBLE = '{ "assemble": [{ "files": ["base.cfg", "parts/*.cfg"] }] }';

test('the whole is checked, and findings stand in the part that causes them', async () => {
  const files = {
    '/p/base.cfg': `${BASE}type = "pvh"\nvcpus = 4\n`,
    '/p/parts/a.cfg': 'maxvcpus = 2\nmemroy = 5\n',
    '/p/parts/b.cfg': 'boot = "c"\n',
    '/p/.xlcfg.json': ASSEMBLE,
  };
  const { found, errors, status } = await check(files, ['/p/base.cfg', '/p/parts/a.cfg', '/p/parts/b.cfg']);
  assert.deepEqual(found, [
    '/p/parts/a.cfg:1 maxvcpus-below-vcpus',
    '/p/parts/a.cfg:2 unknown-option',
    '/p/parts/b.cfg:1 option-ignored-for-type',
  ]);
  assert.deepEqual([errors, status], ['', 1]);
});

test('a name that the whole lacks is said once, in the part that comes first', async () => {
  const files = { '/p/base.cfg': 'memory = 512\nkernel = "/k"\n', '/p/parts/a.cfg': 'vcpus = 2\n', '/p/.xlcfg.json': ASSEMBLE };
  assert.deepEqual((await check(files, ['/p/base.cfg', '/p/parts/a.cfg'])).found, ['/p/base.cfg:1 missing-name']);
});

test('parts overrule each other, and a part does not say a thing twice', async () => {
  const files = { '/p/base.cfg': `${BASE}vcpus = 1\n`, '/p/parts/a.cfg': 'vcpus = 2\nvcpus = 3\n', '/p/.xlcfg.json': ASSEMBLE };
  const { output } = await runCli(['check', '/p/base.cfg', '/p/parts/a.cfg'], files);
  assert.match(output, /a\.cfg:1:1[^]*set again on line 2/);
  assert.match(output, /1 warning/);
});

test('a comment in a part holds for that part, and what it is written for holds for the whole', async () => {
  const files = {
    '/p/base.cfg': `# xlcfg: xen=4.9\n# xlcfg-disable-file unknown-option\n${BASE}memroy = 5\n`,
    '/p/parts/a.cfg': '# xlcfg: fragment\nmemroy = 6\ntee = "optee"\n',
    '/p/.xlcfg.json': ASSEMBLE,
  };
  assert.deepEqual((await check(files, ['/p/base.cfg', '/p/parts/a.cfg'])).found, [
    '/p/parts/a.cfg:2 unknown-option',
    '/p/parts/a.cfg:3 option-too-new',
  ]);
});

test('a part of two configs is judged in both', async () => {
  const assemble = '{ "assemble": [{ "files": ["a.cfg", "common.cfg"] }, { "files": ["b.cfg", "common.cfg"] }] }';
  const files = { '/p/a.cfg': BASE, '/p/b.cfg': `${BASE}vcpus = 4\n`, '/p/common.cfg': 'maxvcpus = 2\n', '/p/.xlcfg.json': assemble };
  assert.deepEqual((await check(files, ['/p/common.cfg'])).found, ['/p/common.cfg:1 maxvcpus-below-vcpus']);
});

test('fixes stay in their part', async () => {
  const files = { '/p/base.cfg': BASE, '/p/parts/a.cfg': 'vcpus = 0\n', '/p/.xlcfg.json': ASSEMBLE };
  const { after } = await check(files, ['/p/parts/a.cfg'], ['--fix']);
  assert.deepEqual([after.get('/p/base.cfg'), after.get('/p/parts/a.cfg')], [BASE, 'vcpus = 1\n']);
});

test('where a part is missing that is said, and nothing of the whole', async () => {
  const project = '{ "assemble": [{ "files": ["base.cfg", "gone.cfg"] }] }';
  const { found, errors, status } = await check({ '/p/base.cfg': 'memory = 512\n', '/p/.xlcfg.json': project }, ['/p/base.cfg']);
  assert.deepEqual([found, errors, status], [[], '/p/gone.cfg: no such file\n', 2]);
});

test('nothing is put together that is longer than any config, and no more of it read than that', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`/p/parts/${index + 10}.cfg`, `# ${'x'.repeat(100_000)}\n`] as const),
  );
  const read: string[] = [];
  const surroundings = await findSurroundings(parseProjectFile(ASSEMBLE), 'base.cfg', {
    list: () => Promise.resolve(Object.keys(files).map((path) => path.slice('/p/'.length))),
    read: (path) => {
      read.push(path);
      return Promise.resolve(files[`/p/${path}`]);
    },
  });
  assert.deepEqual([surroundings.surroundings, read.length], [[], 10]);
  const { found } = await check({ ...files, '/p/base.cfg': `${BASE}vcpus = 4\nmemroy = 1\n`, '/p/.xlcfg.json': ASSEMBLE }, ['/p/base.cfg']);
  assert.deepEqual(found, ['/p/base.cfg:5 unknown-option']);
});

test('what a project file extends comes first', async () => {
  const files = {
    '/p/.xlcfg.json': '{ "extends": "../profiles/vendor.json", "rules": { "vendor-option": "warning" }, "xen": "4.17" }',
    '/profiles/vendor.json':
      '{ "extends": "common.json", "allow": { "vif": { "keys": ["qos"] } }, "fragments": ["*.part"], "overrides": [{ "files": ["*.cfg"], "xen": "4.9" }] }',
    '/profiles/common.json': '{ "allow": { "options": ["our_key"] } }',
    '/p/a.cfg': `${BASE}our_key = 1\nvif = [ "qos=1" ]\nvgsx = 1\ntee = "optee"\n`,
    '/p/a.part': 'vcpus = 2\n',
  };
  const { found, errors, status } = await check(files, ['/p/a.cfg', '/p/a.part']);
  assert.deepEqual([found, errors, status], [['/p/a.cfg:6 vendor-option'], '', 0]);
});

const WRONG_EXTENDS: Readonly<Record<string, readonly [Readonly<Record<string, string>>, string]>> = {
  'a file that is not there': [{ '/p/.xlcfg.json': '{ "extends": "x.json" }' }, '`x.json` is not there'],
  'a circle': [
    { '/p/.xlcfg.json': '{ "extends": "x.json" }', '/p/x.json': '{ "extends": "./.xlcfg.json" }' },
    '`./.xlcfg.json` leads back to a file that extends it',
  ],
  'an absolute path': [{ '/p/.xlcfg.json': '{ "extends": "/x.json" }' }, '`/x.json` has to be relative to this file'],
  'another machine': [{ '/p/.xlcfg.json': '{ "extends": "//host/x.json" }' }, '`//host/x.json` has to be relative to this file'],
  'a file with a mistake': [
    { '/p/.xlcfg.json': '{ "extends": "x.json" }', '/p/x.json': '{ "xen": "9" }' },
    'in `x.json`, xen is not a Xen version that xlcfg knows',
  ],
  'what is no path': [{ '/p/.xlcfg.json': '{ "extends": true }' }, 'extends has to be the path of a project file'],
};

for (const [what, [files, message]] of Object.entries(WRONG_EXTENDS)) {
  test(`extends names ${what}`, async () => {
    const { errors, status } = await check({ ...files, '/p/a.cfg': BASE }, ['/p/a.cfg']);
    assert.deepEqual([errors, status], [`/p/.xlcfg.json:1:14: ${message}\n`, 2]);
  });
}
