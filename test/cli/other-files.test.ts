/** `xl.conf` and configs of CPU pools on the command line, and what the `xl.conf` of a host does for its domains. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';

const CONF = 'autobaloon = "off"\nclaim_mode = 0\n';
const POOL = 'name = "p"\nsched = "credit"\ncpus = "4-x"\n';

test('a file is checked as what its name says', async () => {
  const { status, output } = await runCli(['check', 'etc/xen/xl.conf'], { 'etc/xen/xl.conf': CONF });
  assert.equal(status, 0);
  assert.match(output, /^etc\/xen\/xl\.conf:1:1: warning: Unknown option `autobaloon`.* Did you mean `autoballoon`\?/);
  assert.match(output, /1 file checked: 0 errors, 1 warning, 0 notes, 0 hints\n$/);
});

test('the files of a folder are found by their names and their content', async () => {
  const files = {
    'c/xl.conf': CONF,
    'c/pool': POOL,
    'c/cpupool-rt.cfg': 'name = "rt"\ncpus = "4-x"\n',
    'c/host': 'autoballoon = "yes"\nvif.default.bridge = "br0"\n',
    'c/notes.cfg': 'foo = 1\n',
  };
  const { output } = await runCli(['check', 'c'], files);
  assert.match(output, /^c\/cpupool-rt\.cfg:2:9: error: .*malformed-device/m);
  assert.match(output, /^c\/host:1:15: warning: .*ignored-value/m);
  assert.match(output, /^c\/pool:3:9: error: .*malformed-device/m);
  assert.match(output, /^c\/xl\.conf:1:1: warning/m);
  assert.match(output, /^4 files checked/m);
});

test('explain shows what holds', async () => {
  const { status, output } = await runCli(['explain', 'xl.conf'], { 'xl.conf': 'claim_mode = 0\n' });
  assert.equal(status, 0);
  assert.match(output, /^autoballoon: auto\nclaim_mode: 0\n/);
  const json = await runCli(['explain', '--format', 'json', 'cpupool.cfg'], { 'cpupool.cfg': 'name = "p"\ncpus = [ "1" ]\n' });
  assert.match(json.output, /"settings": \{\s*"name": "p",\s*"cpus": \[\s*"1"\s*\]/);
  const markdown = await runCli(['explain', '--format', 'markdown', 'xl.conf'], { 'xl.conf': CONF });
  assert.match(markdown.output, /^# The settings of xl\n/);
  const refused = await runCli(['explain', 'cpupool.cfg'], { 'cpupool.cfg': POOL });
  assert.equal(refused.status, 1);
  assert.match(refused.output, /malformed-device/);
});

test('options of each kind of file', async () => {
  const conf = await runCli(['options', '--file', 'xl.conf', '--xen', '4.13'], {});
  assert.match(conf.output, /^xl\.conf\n {2}autoballoon /);
  assert.ok(!conf.output.includes('domid_policy') && !conf.output.includes('vcpus'));
  const pool = await runCli(['options', '--file', 'cpupool', '--format', 'json'], {});
  const { file, options } = JSON.parse(pool.output) as { readonly file: string; readonly options: readonly { readonly name: string }[] };
  assert.deepEqual([file, options.map(({ name }) => name)], ['cpupool', ['name', 'sched', 'nodes', 'cpus']]);
  assert.match((await runCli(['options'], {})).output, /^General\n/);
});

const DOMAIN = 'name = "d"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\nvif = [ "" ]\n';
const PROJECT = JSON.stringify({
  hosts: {
    rack1: { files: ['rack1/*.cfg'], xlConf: 'rack1/host.conf' },
    rack2: { files: ['rack2/*.cfg', 'both.cfg'], xlConf: './rack2/xl.conf' },
    rack3: { files: ['both.cfg'] },
  },
});

async function bridgeOf(path: string): Promise<string> {
  const confs = { '/p/rack1/host.conf': 'vif.default.bridge = "br1"\n', '/p/rack2/xl.conf': 'vif.default.bridge = "br2"\n' };
  const { output, errors } = await runCli(['explain', path], { '/p/.xlcfg.json': PROJECT, ...confs, [path]: DOMAIN });
  return /bridge: (\S+)/.exec(output)?.[1] ?? errors;
}

test('the xl.conf of its host gives a domain its defaults', async () => {
  assert.equal(await bridgeOf('/p/rack1/a.cfg'), 'br1');
  assert.equal(await bridgeOf('/p/rack2/a.cfg'), 'br2');
});

test('nothing is known of a domain on no host, or on hosts that differ', async () => {
  assert.equal(await bridgeOf('/p/a.cfg'), '');
  assert.equal(await bridgeOf('/p/both.cfg'), '');
});

test('an xl.conf that is named and not there is said', async () => {
  const project = JSON.stringify({ hosts: { h: { files: ['*.cfg'], xlConf: 'gone.conf' } } });
  const { status, errors } = await runCli(['check', '/p/a.cfg'], { '/p/.xlcfg.json': project, '/p/a.cfg': DOMAIN });
  assert.equal(status, 2);
  assert.match(errors, /gone\.conf/);
});

test('what a project names as an xl.conf is one whatever it is called', async () => {
  const { output } = await runCli(['check', '/p/rack1/host.conf'], { '/p/.xlcfg.json': PROJECT, '/p/rack1/host.conf': 'autobaloon = 1\n' });
  assert.match(output, /Did you mean `autoballoon`/);
  assert.doesNotMatch(output, /missing-name/);
});
