/** Reading `.xlcfg.json`: what holds, and where its mistakes are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayInEnglish } from '../../server/src/messages/say';
import { parseProjectFile, settingsFor } from '../../server/src/project/project-file';

/** The problems of a text with the words that they are about. */
function problemsIn(text: string): readonly (readonly [place: string, message: string])[] {
  return parseProjectFile(text).problems.map(({ message, range }) => [text.slice(range.start, range.end), sayInEnglish(message)]);
}

test('each mistake has its place', () => {
  const text = `{
  "xen": "9",
  "rulez": {},
  "rules": { "octal-number": "loud" },
  "allowOptions": ["a", 1],
  "allow": { "options": 1, "dsik": {}, "memory": {}, "disk": [], "vif": { "key": [], "keys": [2], "values": { "model": "x" } } },
  "roots": { "boot": "x" },
  "migration": 1,
  "extends": "",
  "fragments": "a",
  "assemble": [1, { "file": [], "files": [2, "["] }],
  "overrides": [5, { "files": "a", "arch": "mips", "rules": [], "a b": 1, "extends": "x" }]
}`;
  assert.deepEqual(problemsIn(text), [
    ['"9"', 'xen is not a Xen version that xlcfg knows'],
    ['"rulez"', 'rulez is not a key that xlcfg knows'],
    ['"loud"', 'rules.octal-number has to be one of off, hint, information, warning, error'],
    ['1', 'allowOptions[1] has to be a string'],
    ['1', 'allow.options has to be a list'],
    ['"dsik"', 'allow.dsik is neither `options` nor an option with device strings'],
    ['"memory"', 'allow.memory is neither `options` nor an option with device strings'],
    ['[]', 'allow.disk has to be an object'],
    ['"key"', 'allow.vif.key is not a key that xlcfg knows'],
    ['2', 'allow.vif.keys[0] has to be a string'],
    ['"x"', 'allow.vif.values.model has to be a list'],
    ['"x"', 'roots.boot has to be an absolute path of dom0 with a folder for it'],
    ['1', 'migration has to be one of required, ignored, report'],
    ['""', 'extends has to be the path of a project file'],
    ['"a"', 'fragments has to be a list'],
    ['1', 'assemble[0] has to be an object'],
    ['"file"', 'assemble[1].file is not a key that xlcfg knows'],
    ['2', 'assemble[1].files[0] has to be a string'],
    ['5', 'overrides[0] has to be an object'],
    ['"a"', 'overrides[1].files has to be a list'],
    ['"mips"', 'overrides[1].arch has to be "x86" or "arm"'],
    ['[]', 'overrides[1].rules has to be an object'],
    ['"a b"', 'overrides[1]["a b"] is not a key that xlcfg knows'],
    ['"extends"', 'overrides[1].extends is not a key that xlcfg knows'],
  ]);
});

test('what is wrong of a host is said, and the rest of it holds', () => {
  const text = `{
  "hosts": {
    "rack1": { "files": ["rack1/*.cfg", 1], "memory": 0, "cpus": 32, "xen": "5", "arch": "arm", "bridges": "xenbr0", "pci": ["3:1f.7"], "pools": [""],
      "sharedStorage": ["/srv", "srv"], "xlConf": "", "rack": 1 },
    "rack2": 2
  }
}`;
  assert.deepEqual(problemsIn(text), [
    ['1', 'hosts.rack1.files[1] has to be a string'],
    ['0', 'hosts.rack1.memory has to be a whole number above 0'],
    ['"5"', 'hosts.rack1.xen is not a Xen version that xlcfg knows'],
    ['"xenbr0"', 'hosts.rack1.bridges has to be a list'],
    ['""', 'hosts.rack1.pools[0] has to be a name'],
    ['"srv"', 'hosts.rack1.sharedStorage[1] has to be an absolute path of dom0'],
    ['""', 'hosts.rack1.xlConf has to be the path of a file'],
    ['"rack"', 'hosts.rack1.rack is not a key that xlcfg knows'],
    ['2', 'hosts.rack2 has to be an object'],
  ]);
  const [host] = parseProjectFile(text).hosts;
  assert.equal(host?.files[0]?.matches('rack1/a.cfg'), true);
  assert.deepEqual(
    { ...host, files: [] },
    {
      ...{ name: 'rack1', files: [], memory: undefined, dom0Memory: undefined, cpus: 32, nodes: undefined, xen: undefined, arch: 'arm' },
      ...{ bridges: undefined, pools: undefined, sharedStorage: undefined, pci: ['0000:03:1f.7'], xlConf: undefined },
    },
  );
});

test('the layout is read key by key', () => {
  const text =
    '{ "format": { "quotes": "double", "lists": "flat", "alignment": 1, "printWidth": 10, "toString": 1 }, "overrides": [{ "files": ["a"], "format": [] }] }';
  assert.deepEqual(problemsIn(text), [
    ['"flat"', 'format.lists has to be one of auto, one-per-line, preserve'],
    ['1', 'format.alignment has to be true or false'],
    ['10', 'format.printWidth has to be a whole number from 20 to 1000'],
    ['"toString"', 'format.toString is not a key that xlcfg knows'],
    ['[]', 'overrides[0].format has to be an object'],
  ]);
  assert.equal(parseProjectFile(text).settings.format?.quotes, 'double');
});

test('overrides change single choices of the layout', () => {
  const text = '{ "format": { "quotes": "double", "printWidth": 80 }, "overrides": [{ "files": ["a"], "format": { "printWidth": 60 } }] }';
  const { quotes, printWidth } = settingsFor(parseProjectFile(text), 'a').format ?? {};
  assert.deepEqual([quotes, printWidth], ['double', 60]);
});

test('of a key that stands there twice the last counts, and is the place of its mistake', () => {
  const text = '{ "xen": "4.13", "xen": "1" }';
  const [problem, ...others] = parseProjectFile(text).problems;
  assert.deepEqual(others, []);
  assert.deepEqual(problem?.range, { start: text.indexOf('"1"'), end: text.indexOf('"1"') + 3 });
});

test('what is not JSON has its place too, and what could be read holds', () => {
  const { settings, problems } = parseProjectFile('{ "xen": "4.13"\n "arch": "arm" }');
  assert.equal(settings.arch, 'arm');
  assert.deepEqual(
    problems.map(({ message, range }) => [sayInEnglish(message), range]),
    [['a comma has to stand here', { start: 17, end: 23 }]],
  );
  assert.deepEqual(problemsIn('[1]'), [['[1]', 'the file has to hold one object']]);
  assert.deepEqual(problemsIn(''), [['', 'a value has to stand here']]);
});

test('a file that nests too deep or is too large has one problem, and nothing of it holds', () => {
  const nested = '['.repeat(20_000);
  assert.deepEqual(problemsIn(nested), [['[', 'this nests more than 50 deep']]);
  assert.equal(parseProjectFile(nested).problems[0]?.range.start, 50);
  assert.equal(problemsIn('[}'.repeat(20_000)).length, 1);
  assert.deepEqual(problemsIn(`{ "xen": "4.13", "allowOptions": ["${'x'.repeat(1024 * 1024)}"] }`), [
    ['', 'the file is larger than 1024 KiB'],
  ]);
});

test('there are not more problems than anybody reads', () => {
  const rules = Array.from({ length: 20_000 }, (_, index) => `"r${index}": 1`).join(', ');
  assert.equal(problemsIn(`{ "rules": { ${rules} } }`).length, 50);
  assert.equal(problemsIn(`[${'?,'.repeat(20_000)}`).length, 50);
});

test('globs that are none have their place, and the others hold', () => {
  const long = '*'.repeat(70_000);
  const text = `{ "overrides": [{ "files": ["", 1, "${long}", "a.cfg"], "xen": "4.13" }] }`;
  assert.deepEqual(problemsIn(text), [
    ['""', 'overrides[0].files[0] is empty'],
    ['1', 'overrides[0].files[1] has to be a string'],
    [`"${long}"`, 'overrides[0].files[2] is longer than 500 characters'],
  ]);
  assert.equal(settingsFor(parseProjectFile(text), 'a.cfg').xen, '4.13');
  assert.equal(settingsFor(parseProjectFile(text), 'b.cfg').xen, undefined);
});

test('there are not more globs than can be held against every config', () => {
  const globs = Array.from({ length: 22 }, () => `"${'*a'.repeat(250)}"`);
  const { problems, overrides } = parseProjectFile(`{ "overrides": [{ "files": [${globs.join()}] }] }`);
  assert.deepEqual(
    problems.map(({ message }) => sayInEnglish(message)),
    [20, 21].map((index) => `overrides[0].files[${index}] stands after 10000 characters of globs and is not read`),
  );
  assert.equal(overrides[0]?.globs.length, 20);
});

test('a glob with many stars is no trouble', () => {
  const project = parseProjectFile('{ "overrides": [{ "files": ["*a*a*a*a*a*a*a*a*a*a*b"], "xen": "4.13" }] }');
  assert.equal(settingsFor(project, 'a'.repeat(4000)).xen, undefined);
});
