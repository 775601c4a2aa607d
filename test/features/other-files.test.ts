/** `xl.conf` and configs of CPU pools: the same features as for domains, with options of their own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_INDENT, HINT_KINDS } from '../../server/src/language-service';
import { completeStyle } from '../../server/src/format/style';
import { applyEdits } from '../../server/src/text/text-edit';
import { textRange } from '../../server/src/text/text-range';
import { DEFAULT_TARGET } from '../../server/src/schema/target';
import type { XenVersion } from '../../server/src/schema/xen-version';
import {
  analyze,
  assistsAt,
  checkCompletion,
  checkFindings,
  checkFix,
  completionsAt,
  DEFAULT_SETTINGS,
  hoverAt,
  messagesOf,
  service,
} from '../support/check';

const CONF = { ...DEFAULT_SETTINGS, kind: 'xl.conf' } as const;
const POOL = { ...DEFAULT_SETTINGS, kind: 'cpupool' } as const;
const FORMAT = { ...completeStyle(), indent: DEFAULT_INDENT, lineEnd: '\n', finalNewline: true } as const;

function confFor(xen: XenVersion): typeof CONF {
  return { ...CONF, target: { xen, arch: 'x86' } };
}

test('what is wrong in an xl.conf', () => {
  checkFindings(
    `autobaloon = "off"
#< unknown-option
claim_mode = 1
#< duplicate-option
claim_mode = "yes"
#            ^^^^^ wrong-value-type
output_format = "xml"
#               ^^^^^ ignored-value
vm.cpumask = "0-3,x,5"
#                 ^ misread-device-value
vm.pv.cpumask = "^1"
#                ^^ misread-device-value
lockfile = [ "/a" ]
#          ^^^^^^^^ wrong-value-type
vifscript = "vif-route"
#< option-deprecated
memory = 512
#< unknown-option
run_hotplug_scripts = 2
#                     ^ switch-above-one
max_grant_version = 16
#                   ^^ value-out-of-range
`,
    CONF,
  );
});

test('an xl.conf without a mistake', () => {
  checkFindings(
    `# a comment
autoballoon = "0"
autoballoon_extra = 1
#< unknown-option
lockfile="/var/lock/xl"
vif.default.script="vif-bridge"
vif.default.bridge="xenbr1"
vif.default.gatewaydev="eth0"
vif.default.backend="net"
vm.hvm.cpumask="nodes:0,^1"
output_format="json"
domid_policy="random"
bootloader_restrict=1
max_grant_frames=64
`,
    CONF,
  );
  checkFindings('', CONF);
});

test('options and bounds of the releases', () => {
  checkFindings('domid_policy = "xen"\n#< option-too-new\n', confFor('4.13'));
  checkFindings('domid_policy = "xen"\n', confFor('4.14'));
  checkFindings('bootloader_restrict = 1\n#< option-too-new\n', confFor('4.17'));
  checkFindings('vm.cpumask = "1"\n', confFor('4.8'));
  checkFindings('max_grant_frames = "x"\n#                  ^^^ wrong-value-type\n', confFor('4.11'));
  checkFindings('max_grant_frames = "x"\n#                  ^^^ refused-value-type\n', confFor('4.12'));
  checkFindings('max_grant_frames = 4294967297\n#                  ^^^^^^^^^^ number-cut-off\n', confFor('4.10'));
});

test('fixes in an xl.conf', () => {
  checkFix('option-deprecated', "vifscript = 'vif-route'\n", "vif.default.script = 'vif-route'\n", CONF);
  checkFix('ignored-value', 'autoballoon = "Off"\n', 'autoballoon = "off"\n', CONF);
  checkFix('unknown-option', 'autobaloon = "off"\n', 'autoballoon = "off"\n', CONF);
  checkFix('unknown-option', 'memory = 512\nclaim_mode = 0\n', 'claim_mode = 0\n', CONF);
  assert.deepEqual(messagesOf('memory = 512\n', 'unknown-option', CONF), [
    '`memory` belongs in the config of a domain: xl ignores it here silently',
  ]);
});

test('what is wrong in the config of a CPU pool', () => {
  checkFindings(
    `name = "p"
sched = "credt"
#       ^^^^^^^ refused-value
cpus = [ "2", "3-5", "x", "-1" ]
#              ^^^ misread-device-value
#                     ^ misread-device-value
#                          ^^ malformed-device
cpu = "4"
#< unknown-option
`,
    POOL,
  );
  checkFindings('cpus = "4-x"\n#       ^^^ malformed-device\n', POOL);
  checkFindings('nodes = "0"\n#       ^^^ wrong-value-type\n', POOL);
  checkFindings('nodes = [ ]\n#       ^^^ malformed-device\n', POOL);
  checkFindings('nodes = [ "node0" ]\n#          ^^^^^ misread-device-value\n', POOL);
  checkFindings('nodes = [ "0" ]\ncpus = "4"\n#< conflicting-options\n', POOL);
  checkFindings('sched = "null"\n#       ^^^^^^ value-too-new\n', { ...POOL, target: { xen: '4.8' } });
});

test('a CPU pool without a mistake', () => {
  checkFindings('name = "p"\nsched = "CREDIT2"\ncpus = [ "2", "3" ]\n', POOL);
  // xl takes the name of the file, and the first free CPU.
  checkFindings('cpus = ""\n', POOL);
  checkFindings('sched = "rtds"\nnodes = [ "1", "2" ]\n', POOL);
});

test('a domain config says where a name belongs', () => {
  checkFindings('name = "d"\nkernel = "/k"\nsched = "credit"\n#< unknown-option\nvifscript = "a"\n#< xl-conf-option\n');
});

test('completion offers the options of the file', () => {
  const conf = completionsAt('$0', CONF);
  assert.ok(
    conf.includes('vif.default.bridge') && !conf.includes('memory') && !conf.some((label) => label.startsWith('domain-')),
    conf.join(),
  );
  assert.deepEqual(
    completionsAt('$0', POOL).filter((label) => !label.includes(':')),
    ['cpus', 'name', 'nodes', 'sched'],
  );
  assert.ok(!completionsAt('$0', confFor('4.13')).includes('domid_policy'));
  assert.deepEqual(completionsAt('autoballoon = "$0"', CONF), ['auto', 'on', 'off']);
  checkCompletion('sched = $0\n', 'rtds', 'sched = "rtds"\n', POOL);
  assert.ok(completionsAt('# xlcfg: $0\n').includes('file=cpupool'));
});

test('hovers tell the options of the file', () => {
  assert.match(hoverAt('name$0 = "p"\nsched = "rtds"\n') ?? '', /Names the pool/);
  assert.doesNotMatch(hoverAt('name$0 = "p"\nsched = "rtds"\n') ?? '', /Domain types|This domain/);
  assert.match(hoverAt('max_grant_frames$0 = 1', CONF) ?? '', /Section \| xl\.conf/);
  assert.match(hoverAt('memory$0 = 1', CONF) ?? '', /belongs in the config of a domain/);
  assert.match(hoverAt('vm.cpumask = "2-$07"', CONF) ?? '', /2\\?-7 \(6\)/);
  assert.match(service.describeOption('cpus', DEFAULT_TARGET, 'cpupool') ?? '', /into the pool/);
});

test('the page says what holds', () => {
  const page = service.explainPage(analyze('autoballoon = "off"\noutput_format = "xml"\n', CONF));
  assert.match(page, /^# The settings of xl\n/);
  assert.match(page, /\| `autoballoon` \| `off` \(leave the memory of dom0 alone\) \| line 1 \|/);
  assert.match(page, /\| `claim_mode` \| on \| default \|/);
  assert.match(page, /Line 2, `output_format`: xl ignores its value/);
  assert.doesNotMatch(page, /Migration|domain on/);
  assert.match(service.explainPage(analyze('name = "p"\nsched = "x"\n', POOL)), /\*\*xl 4\.22 refuses this file\.\*\*/);
  assert.match(service.explainPage(analyze('name = "p"\ncpus = "4-7"\n', POOL)), /^# `p`\n[^]*CPUs: 4\\-7 \(4\)/);
});

test('what holds, for programs', () => {
  const held = service.explainSettings(
    analyze('autoballoon = "off"\noutput_format = "xml"\nlockfile = [ "/a" ]\nvif.default.backend = "net"\n', confFor('4.13')),
  );
  assert.deepEqual(held, {
    autoballoon: 'off',
    claim_mode: '1',
    run_hotplug_scripts: '1',
    'vif.default.script': 'vif-bridge',
    'vif.default.bridge': 'xenbr0',
    'vif.default.backend': 'net',
    output_format: 'json',
    blkdev_start: 'xvda',
  });
  assert.deepEqual(service.explainSettings(analyze('name = "p"\ncpus = [ "1", "2" ]\n', POOL)), { name: 'p', cpus: ['1', '2'] });
  assert.equal(service.explainSettings(analyze('max_grant_frames = "x"\n', CONF)), undefined);
  assert.equal(service.explainSettings(analyze('name = "d"\n')), undefined);
});

test('there is no domain in them', () => {
  for (const [text, settings] of [
    ['autoballoon = "off"\n', CONF],
    ['name = "p"\ncpus = "4-7"\n', POOL],
  ] as const) {
    const analysis = analyze(text, settings);
    assert.equal(service.explain(analysis), undefined);
    assert.equal(service.reportMigration(analysis).verdict, 'unknown');
    assert.deepEqual(service.reportMigration(analysis).reasons, []);
    assert.equal(service.paste(analysis, textRange(0, 0), 'brctl addbr\n01:00.0 VGA compatible controller'), undefined);
    assert.ok(!service.inlayHints(analysis, textRange(0, text.length), new Set(HINT_KINDS)).some(({ kind }) => kind === 'domainType'));
    assert.equal(service.convertXm(analysis), undefined);
  }
});

test('layout, outline and assists as anywhere', () => {
  const analysis = analyze("claim_mode=0\nautoballoon='off'\n", CONF);
  assert.equal(applyEdits(analysis.model.tree.text, service.format(analysis, FORMAT) ?? []), "claim_mode = 0\nautoballoon = 'off'\n");
  assert.deepEqual(
    service.symbols(analysis).map(({ name }) => name),
    ['claim_mode', 'autoballoon'],
  );
  assert.deepEqual(assistsAt('claim$0_mode = 0\nautoballoon = "off"\n', CONF), ['Sort the settings']);
  assert.deepEqual(assistsAt('cpus = [ "1", $0"2" ]\n', POOL), ['Write one item per line', 'Use single quotes']);
});

test('the name of a pool is that of the domains in it', () => {
  const summary = service.summarize('name = "rt"\nsched = "rtds"\ncpus = "4-7"\n');
  assert.deepEqual(
    summary.places.map(({ kind, text, isDefinition }) => ({ kind, text, isDefinition })),
    [{ kind: 'pool', text: 'rt', isDefinition: true }],
  );
  assert.equal(summary.domain, '');
});

test('a release that knows fewer options', () => {
  const changes = service.upgrade('max_grant_version = 1\n', CONF, '4.15', '4.16');
  assert.deepEqual(
    changes.map(({ kind, id }) => [kind, id]),
    [['gains', 'option-too-new']],
  );
});
