/** Configs that run on the same host, checked together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeFleet } from '../../scripts/made-fleet';
import { NEIGHBOUR_RULES } from '../support/neighbour-rules';
import { runCli } from '../support/fake-terminal';

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly ruleId: string; readonly message: string }[] }[];
}

/** What is said about hosts and neighbours, as `path rule-id`, and the messages. */
async function check(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = ['.'],
): Promise<{ readonly found: readonly string[]; readonly messages: readonly string[] }> {
  const { output, errors } = await runCli(['check', '--format', 'json', ...args], files);
  assert.equal(errors, '');
  const report = JSON.parse(output) as Report;
  const findings = report.files
    .flatMap(({ path, findings: own }) => own.map((finding) => ({ path, ...finding })))
    .filter(({ ruleId }) => NEIGHBOUR_RULES.has(ruleId));
  return { found: findings.map(({ path, ruleId }) => `${path} ${ruleId}`).sort(), messages: findings.map(({ message }) => message) };
}

test('all planted conflicts of a fleet are found, and none is invented', async () => {
  const { files, planted } = makeFleet({ domains: 300, hosts: 12, seed: 7 });
  const kinds = new Set(planted.map((each) => each.split(' ')[1]));
  assert.deepEqual([...NEIGHBOUR_RULES].sort(), [...kinds].sort());
  assert.deepEqual((await check(Object.fromEntries(files))).found, planted);
});

const HOSTS = '{ "hosts": { "rack1": { "files": ["rack1/*.cfg"] }, "rack2": { "files": ["rack2/*.cfg"] } } }';
const guest = (name: string, more = ''): string => `type = "hvm"\nname = "${name}"\nmemory = 64\nvif = []\n${more}\n`;

test('a finding says where the other config stands', async () => {
  const vif = 'vif = ["mac=00:16:3e:00:00:01"]';
  const { found, messages } = await check({
    '.xlcfg.json': HOSTS,
    'rack1/a.cfg': guest('a', vif),
    'rack1/b.cfg': guest('b', vif),
    'rack2/c.cfg': guest('c', vif),
  });
  assert.deepEqual(found, ['rack1/a.cfg same-mac', 'rack1/b.cfg same-mac']);
  assert.equal(messages[0], '`b` has an interface with the same MAC address on this host (rack1/b.cfg:5)');
});

test('one config is held against all others of its host, whatever else is checked', async () => {
  const files = { '.xlcfg.json': HOSTS, 'rack1/a.cfg': guest('a'), 'rack1/b.cfg': guest('a', 'vcpus = 2') };
  assert.deepEqual((await check(files, ['rack1/a.cfg'])).found, ['rack1/a.cfg same-domain-name']);
});

test('nothing is said without hosts, of copies, and of what xl refuses', async () => {
  const [one, other] = [guest('a', 'vcpus = 1'), guest('a', 'vcpus = 2')];
  assert.deepEqual((await check({ '.xlcfg.json': '{}', 'rack1/a.cfg': one, 'rack1/b.cfg': other })).found, []);
  assert.deepEqual((await check({ '.xlcfg.json': HOSTS, 'rack1/a.cfg': one, 'rack1/b.cfg': one })).found, []);
  assert.deepEqual((await check({ '.xlcfg.json': HOSTS, 'rack1/a.cfg': one, 'rack1/b.cfg': `${other}disk = 5 5\n` })).found, []);
});

test('while a config of the host cannot be read as a domain, no backend is missed', async () => {
  const net = guest('a', 'vif = ["backend=net,type=vif"]');
  assert.deepEqual((await check({ '.xlcfg.json': HOSTS, 'rack1/a.cfg': net })).found, ['rack1/a.cfg backend-not-on-host']);
  assert.deepEqual((await check({ '.xlcfg.json': HOSTS, 'rack1/a.cfg': net, 'rack1/b.cfg': 'name = 5 5' })).found, []);
  assert.deepEqual((await check({ '.xlcfg.json': HOSTS, 'rack1/a.cfg': net, 'rack1/b.cfg': guest('net') })).found, []);
});

test('a host says for which Xen its configs are', async () => {
  const project =
    '{ "xen": "4.20", "hosts": { "rack1": { "files": ["*.cfg"], "xen": "4.9", "arch": "x86" } }, "overrides": [{ "files": ["b.cfg"], "xen": "4.12" }] }';
  const { output } = await runCli(['check', '--show-config', 'a.cfg'], { '.xlcfg.json': project, 'a.cfg': guest('a') });
  assert.match(output, /xen: 4\.9 \(.*hosts\.rack1\)/);
  const overridden = await runCli(['check', '--show-config', 'b.cfg'], { '.xlcfg.json': project, 'b.cfg': guest('b') });
  assert.match(overridden.output, /xen: 4\.12/);
});
