/** The comparison of a config with the domain that runs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../server/src/language-service';
import { analyze, service } from '../support/check';

const TEXT = `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
disk = [ "/dev/vg/web1,raw,xvda,rw" ]
vif = [ "bridge=xenbr0" ]
cpus = [ "0-1", "0-1" ]
vcpus = 2
`;

/** What `xl list -l` prints of a domain: the config as it was, with what libxl wrote into it. */
function listed(text: string, change: (config: JsonObject) => void = () => undefined): string {
  const config = structuredClone(service.explain(analyze(text)) ?? {});
  const info = config['c_info'] as JsonObject;
  Object.assign(info, { domid: 3, uuid: '6cc6e20c-8723-4c4d-8bc6-38a360a65c3d' });
  Object.assign(config['b_info'] as JsonObject, { video_memkb: 0, sched_params: { sched: 'credit2', weight: 256 }, arch_arm: {} });
  change(config);
  return JSON.stringify([{ domid: 3, config }]);
}

function linesOf(text: string, list: string): readonly string[] {
  const comparison = service.compareRunning(analyze(text), list);
  assert.ok(comparison.kind === 'compared', comparison.kind);
  return comparison.differences.map(({ label, file, running }) => `${label}: ${file?.words ?? '-'} | ${running?.words ?? '-'}`);
}

test('what libxl makes up is no difference', () => {
  assert.deepEqual(linesOf(TEXT, listed(TEXT)), []);
  const comparison = service.compareRunning(analyze(TEXT), listed(TEXT));
  assert.equal(comparison.kind === 'compared' ? comparison.domid : undefined, 3);
  assert.match(service.comparisonPage(comparison), /^# File and running domain: `web1`\n\nThe running domain matches this file\.\n$/);
});

test('fields have the names of options, and units', () => {
  const now = TEXT.replace('512', '4096').replace('vcpus = 2', 'vcpus = 3').replace('0-1", "0-1', '1", "1');
  assert.deepEqual(linesOf(now, listed(TEXT)), [
    'memory: 4096 MiB (4 GiB) | 512 MiB',
    'vcpus: 3 | 2',
    'maxmem: 4096 MiB (4 GiB) | 512 MiB',
    'maxvcpus: 3 | 2',
    'cpus: [1] for each of 2 | [0,1] for each of 2',
  ]);
});

test('devices are told from each other by what they are, not by their number', () => {
  const now = TEXT.replace('disk = [ ', 'disk = [ "/dev/vg/new,raw,xvdb,r", ')
    .replace('raw,xvda', 'qcow2,xvda')
    .replace('xenbr0', 'xenbr1');
  assert.deepEqual(linesOf(now, listed(TEXT)), [
    'disk xvdb: pdev_path: /dev/vg/new; vdev: xvdb; format: raw | -',
    'disk xvda: format: qcow2 | raw',
    'vif 0: bridge: xenbr1 | xenbr0',
  ]);
  assert.deepEqual(linesOf(TEXT.replace(/^vif.*\n/m, ''), listed(TEXT)), ['vif 0: - | devid: 0; bridge: xenbr0']);
});

test('what only the running domain has is told, and passwords are not', () => {
  const text = 'name = "a"\ntype = "hvm"\nmemory = 512\nvncpasswd = "old"\n';
  const list = listed(text, (config) => {
    config['on_crash'] = 'preserve';
  });
  assert.deepEqual(linesOf(text.replace('old', 'new'), list), [
    'vncpasswd: set, and not repeated here | set, and not repeated here',
    'on_crash: - | preserve',
  ]);
  const comparison = service.compareRunning(analyze(text.replace('old', 'new')), list);
  assert.doesNotMatch(JSON.stringify(comparison), /"old"|"new"/);
});

test('CPUs that only the host knows are no difference', () => {
  const text = TEXT.replace('cpus = [ "0-1", "0-1" ]', 'cpus = "all"');
  const list = listed(text, (config) => {
    Object.assign(config['b_info'] as JsonObject, {
      vcpu_hard_affinity: [
        [0, 1],
        [0, 1],
      ],
    });
  });
  assert.deepEqual(linesOf(text, list), []);
});

test('the domain is found by its name, in a list, as a record and as a config alone', () => {
  const [record] = JSON.parse(listed(TEXT)) as [JsonObject];
  const other = JSON.parse(listed(TEXT.replace('web1', 'web2'))) as JsonObject[];
  for (const list of [[...other, record], record, record['config']]) assert.deepEqual(linesOf(TEXT, JSON.stringify(list)), []);
  assert.equal(service.compareRunning(analyze(TEXT), JSON.stringify(other)).kind, 'not-running');
  assert.equal(service.compareRunning(analyze(TEXT), '[]').kind, 'not-running');
});

test('what cannot be compared says why', () => {
  assert.equal(service.compareRunning(analyze('name = \n'), listed(TEXT)).kind, 'no-domain');
  assert.equal(service.compareRunning(analyze('name = "@NAME@"\ntype = "hvm"\n'), listed(TEXT)).kind, 'no-domain');
  for (const list of ['', 'domain 0', 'null', '1', '[1]', '{}', '{"c_info":{},"b_info":1}', '['.repeat(1_000_000)]) {
    assert.equal(service.compareRunning(analyze(TEXT), list).kind, 'unreadable', list.slice(0, 20));
  }
});

test('any JSON in the place of a domain gives an answer', () => {
  const analysis = analyze(TEXT);
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (b_info, disks) => {
      const list = JSON.stringify({ c_info: { name: 'web1' }, b_info, disks });
      const comparison = service.compareRunning(analysis, list);
      service.comparisonPage(comparison);
      assert.ok(comparison.kind === 'compared' || comparison.kind === 'unreadable');
    }),
  );
});
