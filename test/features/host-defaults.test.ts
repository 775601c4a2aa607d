/** What the `xl.conf` of a host sets, and what of it domains have. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DocumentSettings, readHostDefaults } from '../../server/src/language-service';
import { optionsOf } from '../../server/src/options/index';
import { HOST_SETTINGS } from '../../server/src/schema/host-defaults';
import { DEFAULT_TARGET } from '../../server/src/schema/target';
import { analyze, checkFindings, DEFAULT_SETTINGS, hoverAt, messagesOf, service } from '../support/check';

function settingsOf(conf: string, xen = DEFAULT_TARGET.xen): DocumentSettings {
  const target = { ...DEFAULT_TARGET, xen };
  return { ...DEFAULT_SETTINGS, target, hostDefaults: readHostDefaults(conf, target) };
}

function read(conf: string, xen = DEFAULT_TARGET.xen): Readonly<Record<string, string>> {
  return Object.fromEntries(readHostDefaults(conf, { xen }));
}

test('each is an option of xl.conf', () => {
  const names = new Set<string>(optionsOf('xl.conf').map(({ name }) => name));
  for (const name of HOST_SETTINGS) assert.ok(names.has(name), name);
});

test('the settings of an xl.conf', () => {
  assert.deepEqual(read('autoballoon = "off"\nclaim_mode=0\nlockfile="/a"\n'), { autoballoon: 'off', claim_mode: '0' });
  assert.deepEqual(read('claim_mode = 1\nclaim_mode = 0\n'), { claim_mode: '0' });
  assert.deepEqual(read('defaultbridge = "a"\n'), { 'vif.default.bridge': 'a' });
  assert.deepEqual(read('vif.default.bridge = "b"\ndefaultbridge = "a"\n'), { 'vif.default.bridge': 'b' });
});

test('what xl drops is not set', () => {
  assert.deepEqual(read('autoballoon = "yes"\nclaim_mode = "on"\nblkdev_start = [ "a" ]\nvif.default.bridge = "b"\n'), {
    'vif.default.bridge': 'b',
  });
  assert.deepEqual(read('max_grant_frames = 5\nvm.cpumask = "1"\n', '4.7'), {});
});

test('nothing is set where xl stops, and by what is no xl.conf', () => {
  assert.deepEqual(read('claim_mode = 0\nautoballoon = off\n'), {});
  assert.deepEqual(read('claim_mode = 0\nmax_grant_frames = "x"\n'), {});
  assert.deepEqual(read('name = "a"\nmemory = 512\nblkdev = 1\ndisk = [ ]\n'), {});
  assert.deepEqual(read(''), {});
});

const HOST = settingsOf(
  'vif.default.bridge="br9"\nvif.default.script="vif-openvswitch"\nmax_grant_frames=64\nclaim_mode=0\nvm.cpumask="2-7"\nvm.pv.cpumask="2"\nbootloader_restrict=1\n',
);
const DOMAIN = 'name = "d"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\n';

test('the domain has them where its config does not say', () => {
  const domain = (text: string): unknown => service.explain(analyze(DOMAIN + text, HOST));
  assert.deepEqual(domain('vif = [ "", "bridge=br1" ]\n'), {
    c_info: { type: 'pvh', run_hotplug_scripts: 'True', name: 'd' },
    b_info: {
      claim_mode: 'False',
      kernel: '/k',
      max_memkb: 524288,
      target_memkb: 524288,
      bootloader_restrict: 'True',
      max_grant_frames: 64,
    },
    nics: [
      { devid: 0, bridge: 'br9', script: 'vif-openvswitch' },
      { devid: 1, bridge: 'br1', script: 'vif-openvswitch' },
    ],
    on_reboot: 'restart',
    on_soft_reset: 'soft_reset',
  });
  assert.match(
    JSON.stringify(domain('max_grant_frames = 32\nbootloader_restrict = 0\n')),
    /"bootloader_restrict":"False".*"max_grant_frames":32/,
  );
});

test('the page says what comes from the host', () => {
  const page = service.explainPage(analyze(`${DOMAIN}vif = [ "bridge=br1", "mac=00:16:3e:00:00:01" ]\n`, HOST));
  for (const row of [
    '| `max_grant_frames` | 64 | xl.conf |',
    '| `claim_mode` | off | xl.conf |',
    '| `vm.cpumask` | CPUs: 2\\-7 (6) | xl.conf |',
    '| `vif` `br1` | script: vif-openvswitch (from xl\\.conf) | line 5 |',
  ])
    assert.ok(page.includes(row), `${row} in ${page}`);
  assert.doesNotMatch(page, /vm\.pv\.cpumask/);
  assert.doesNotMatch(service.explainPage(analyze(DOMAIN)), /xl\.conf/);
});

test('hovers say what comes from the host', () => {
  assert.match(hoverAt('max_grant$0_frames = 1\n', HOST) ?? '', /\| Default \| 64 \(from xl\.conf\) \|/);
  assert.match(hoverAt('vif = [ "mac=00:16:3e:$000:00:01" ]\n', HOST) ?? '', /\| bridge \| `br9 \(from xl\.conf\)` \|/);
  assert.match(hoverAt('vif = [ "bri$0dge=a" ]\n', HOST) ?? '', /Default: br9 \(from xl\.conf\)/);
  assert.doesNotMatch(hoverAt('vif = [ "bri$0dge=a" ]\n') ?? '', /from xl\.conf/);
});

test('a host that restricts boot loaders has decided', () => {
  const text = 'name = "d"\nbootloader = "pygrub"\ndisk = [ "/a,raw,xvda,rw" ]\n';
  assert.deepEqual(messagesOf(text, 'pygrub-unrestricted').length, 1);
  checkFindings(text, HOST);
});

test('the bridge that another host needs is the one of xl.conf', () => {
  const rules = { ...DEFAULT_SETTINGS.rules, severities: { 'network-depends-on-target': 'hint' }, migration: 'report' } as const;
  const said = (conf: string): readonly string[] =>
    messagesOf(`${DOMAIN}vif = [ "" ]\n`, 'network-depends-on-target', { ...settingsOf(conf), rules });
  assert.deepEqual(said('vif.default.bridge = "br9"\n'), ['The other host needs the bridge `br9`, which `xl.conf` names here']);
  assert.deepEqual(said('vif.default.script = "vif-route"\n'), []);
  assert.deepEqual(said(''), ['The other host needs the bridge `xenbr0`, which libxl takes where none is named']);
});
