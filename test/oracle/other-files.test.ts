/** `xl.conf` and configs of CPU pools beside the real xl: the verdict, and that each of its messages has a finding. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readHostDefaults } from '../../server/src/language-service';
import { EVERY_OPTION } from '../../server/src/options/index';
import { isKnownTo } from '../../server/src/schema/option';
import { HOST_SETTINGS } from '../../server/src/schema/host-defaults';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';
import { askXl, askXlForPool, needsRealXl, REAL_TARGET } from '../support/real-xl';
import { comparable } from './compare';
import { CASES, SEED } from './run-size';

const DOMAIN = 'name = "d"\ntype = "pvh"\nkernel = "/k"\n';
/** The rules that say what xl says. */
const SAID = new Set([
  'wrong-value-type',
  'ignored-value',
  'add-assign-number',
  'option-deprecated',
  'misread-device-value',
  'malformed-device',
  'refused-value',
  'refused-value-type',
  'value-out-of-range',
]);
/** xl says nothing of these. */
const SILENT = /silently|No CPU|leaves no CPU|without a message|refuses the file/;

const COMMON = ['1', '0', '-1', '07', 'yes', '2-7', '^1', '1,x', 'all', ''];
/** A CPU or a node that the host does not have is none of ours. */
const VALUES = {
  'xl.conf': [...COMMON, '2147483648', 'on', 'off', 'Auto', 'json', 'random', 'br0'],
  cpupool: [...COMMON, 'credit', 'Credit2', 'null', 'fifo'],
} as const;

function settingsOf(kind: keyof typeof VALUES): fc.Arbitrary<string> {
  const names = EVERY_OPTION.filter((option) => option.file === kind && isKnownTo(option, REAL_TARGET)).map(({ name }) => name);
  const text = fc.constantFrom(...VALUES[kind]).map((value) => `"${value}"`);
  const list = fc.array(text, { maxLength: 3 }).map((items) => `[ ${items.join(', ')} ]`);
  const setting = fc.tuple(fc.constantFrom(...names, 'foo'), fc.constantFrom('=', '=', '=', '+='), fc.oneof(text, text, list));
  return fc.array(setting, { minLength: 1, maxLength: 4 }).map((all) => all.map((parts) => `${parts.join(' ')}\n`).join(''));
}

function compare(text: string, kind: keyof typeof VALUES, answer: { readonly status: number; readonly messages: string }): boolean {
  const { findings, isRefused } = analyze(text, { ...DEFAULT_SETTINGS, target: REAL_TARGET, kind });
  const context = `of\n${text}xl exits with ${answer.status} and says:\n${answer.messages}`;
  assert.equal(isRefused, answer.status !== 0, `the verdict ${context}`);
  const said = findings.filter(({ ruleId, message }) => SAID.has(ruleId) && !SILENT.test(message));
  const isLoud = answer.messages.trim() !== '';
  assert.ok(!isLoud || isRefused || said.length > 0, `nothing is said ${context}`);
  assert.ok(isLoud || isRefused || said.length === 0, `xl says nothing ${context}`);
  return !isRefused;
}

for (const [kind, ask] of [
  ['xl.conf', (text: string) => askXl(DOMAIN, [], text)],
  ['cpupool', askXlForPool],
] as const) {
  test(`made-up files of the kind ${kind}`, needsRealXl, () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(settingsOf(kind), (text) => {
        seen.add(compare(text, kind, ask(text)));
      }),
      { seed: SEED, numRuns: CASES },
    );
    assert.equal(seen.size, 2, 'some are refused, and some are not');
  });
}

const HOST_VALUES = ['0', '1', '64', 'br9', 'vif-route', 'net', '/a'];

test('domains have of an xl.conf what the real xl gives them', needsRealXl, () => {
  const line = fc.tuple(fc.constantFrom(...HOST_SETTINGS, 'defaultbridge', 'vifscript'), fc.constantFrom(...HOST_VALUES));
  const conf = fc.array(line, { maxLength: 4 }).map((all) => all.map(([name, value]) => `${name} = "${value}"\n`).join(''));
  const own = fc.constantFrom(
    '',
    'vif = [ "" ]\n',
    'vif = [ "bridge=a", "script=b,backend=c" ]\nmax_grant_frames = 1\nmax_grant_version = 2\n',
  );
  fc.assert(
    fc.property(conf, own, (text, settings) => {
      const { domain } = askXl(DOMAIN + settings, [], text);
      const hostDefaults = readHostDefaults(text, REAL_TARGET);
      const explained = service.explain(analyze(DOMAIN + settings, { ...DEFAULT_SETTINGS, target: REAL_TARGET, hostDefaults }));
      if (domain !== undefined) assert.deepEqual(comparable(explained ?? {}, ''), comparable(domain, ''), text + settings);
    }),
    { seed: SEED, numRuns: CASES },
  );
});

test('the right examples of options', needsRealXl, () => {
  assert.ok(
    compare('autoballoon = "off"\nvif.default.bridge = "br0"\nvm.cpumask = "2-7"\n', 'xl.conf', askXl(DOMAIN, [], 'autoballoon = "off"\n')),
  );
  assert.ok(
    compare('name = "p"\nsched = "null"\nnodes = [ "1" ]\n', 'cpupool', askXlForPool('name = "p"\nsched = "null"\nnodes = [ "1" ]\n')),
  );
});
