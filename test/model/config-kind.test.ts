/** Which of its files xl would read a text as. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { kindOfName } from '../../recognition/config-names';
import { type ConfigKind, settingsOfFile } from '../../server/src/language-service';
import { RULES } from '../../server/src/rules/index';
import { EVERY_OPTION } from '../../server/src/options/index';
import { CONFIG_KINDS } from '../../server/src/schema/config-kind';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';

function kindOf(text: string, path = 'a.cfg'): ConfigKind {
  return analyze(text, { ...DEFAULT_SETTINGS, ...settingsOfFile(path) }).model.kind;
}

test('names of files', () => {
  for (const name of ['/etc/xen/xl.conf', 'xl.conf', 'rack1-xl.conf', 'rack1.xl.conf', 'roles/xen/templates/xl.conf.j2'])
    assert.equal(kindOfName(name), 'xl.conf', name);
  for (const name of ['/etc/xen/cpupool.cfg', 'cpupool-rt.cfg', 'my_cpupool.conf', 'xlcpupool.cfg'])
    assert.equal(kindOfName(name), 'cpupool', name);
  for (const name of ['xl.conf.bak', 'xl.config', 'foxl.conf', 'cpupool.c', 'web1.cfg', '/etc/xen/xl.conf.d/a.cfg', 'cpupool/web1.cfg'])
    assert.equal(kindOfName(name), undefined, name);
});

const TOLD: readonly (readonly [ConfigKind, string])[] = [
  ['xl.conf', 'autoballoon = "off"\n'],
  ['xl.conf', 'vif.default.bridge = "br0"\nmax_grant_frames = 64\n'],
  ['xl.conf', 'vm.cpumask = "2-7"\nbootloader_restrict = 1\nfoo = 1\n'],
  ['cpupool', 'name = "p"\nsched = "credit"\ncpus = [ "2", "3" ]\n'],
  ['cpupool', 'name = "p"\nnodes = [ "0" ]\n'],
  ['cpupool', 'name = "p"\nsched = "credit"\ncpu = "2"\n'],
  // Each of these can be the config of a domain too.
  ['domain', ''],
  ['domain', 'name = "p"\ncpus = "2-3"\n'],
  ['domain', 'max_grant_frames = 64\n'],
  ['domain', 'name = "a"\nautoballoon = "off"\n'],
  ['domain', 'name = "a"\nmemory = 512\nsched = "credit"\n'],
  ['domain', 'autobaloon = 1\n'],
  ['domain', 'autoballoon = 1\nfoo = 1\nbar = 2\n'],
  ['domain', '# xlcfg: fragment\nautoballoon = 1\n'],
];

for (const [kind, text] of TOLD) {
  test(`by content, ${JSON.stringify(text)} is ${kind}`, () => {
    assert.equal(kindOf(text), kind);
  });
}

test('a name tells where the content leaves it open', () => {
  assert.equal(kindOf('', 'xl.conf'), 'xl.conf');
  assert.equal(kindOf('autobaloon = 1\n', 'xl.conf'), 'xl.conf');
  assert.equal(kindOf('memory = 512\nautoballoon = 1\n', 'xl.conf'), 'xl.conf');
  assert.equal(kindOf('name = "p"\ncpus = "2-3"\n', 'cpupool1.cfg'), 'cpupool');
});

test('what is clearly the config of a domain is one whatever it is called', () => {
  assert.equal(kindOf('name = "a"\nmemory = 512\ndisk = []\n', 'xl.conf'), 'domain');
  assert.equal(kindOf('name = "a"\nmemory = 512\npool = "p"\n', 'cpupool-test.cfg'), 'domain');
});

test('a directive has the last word', () => {
  assert.equal(kindOf('# xlcfg: file=cpupool\nmemory = 512\n'), 'cpupool');
  assert.equal(kindOf('# xlcfg: file=domain\nautoballoon = 1\n', 'xl.conf'), 'domain');
  assert.equal(kindOf('# xlcfg: file=foo\nautoballoon = 1\n'), 'xl.conf');
});

test('files are recognised by their content', () => {
  assert.equal(service.detect('autoballoon="off"\nlockfile="/l"\n'), 'xl.conf');
  assert.equal(service.detect('name = "p"\nsched = "credit2"\ncpus = "2-3"\n'), 'cpupool');
  assert.equal(service.detect('autoballoon="off"\n'), 'other');
  assert.equal(service.detect('name = "p"\nnodes = 3\n'), 'other');
  assert.equal(service.detect('name = "p"\nsched = "fifo"\n'), 'other');
  assert.equal(service.detect('name = "p"\nsched = "credit2"\nuser = "a"\n'), 'other');
});

const settings = fc
  .array(
    fc.tuple(
      fc.constantFrom(...EVERY_OPTION.map(({ name }) => name), 'foo'),
      fc.constantFrom('1', '"a"', '[ "a" ]', '-1', '[ ]', '"2-7"', '"credit"'),
    ),
    { maxLength: 12 },
  )
  .map((pairs) => pairs.map(([name, value]) => `${name} = ${value}\n`).join(''));

test('a rule is asked only about the files that it is for', () => {
  const kinds = new Map(RULES.map(({ meta }) => [meta.id, meta.kinds ?? ['domain']]));
  const seen = new Set<string>();
  fc.assert(
    fc.property(settings, fc.constantFrom(...CONFIG_KINDS), (text, file) => {
      const { model, findings } = analyze(`# xlcfg: file=${file}\n${text}`, {
        ...DEFAULT_SETTINGS,
        rules: { severities: {}, allowOptions: [] },
      });
      assert.equal(model.kind, file);
      for (const { ruleId } of findings) {
        assert.ok(kinds.get(ruleId)?.includes(file), `${ruleId} of ${file}`);
        seen.add(file);
      }
    }),
    { seed: 1, numRuns: 600 },
  );
  assert.deepEqual([...seen].sort(), [...CONFIG_KINDS].sort());
});
