/** What hangs together in a fleet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Topology } from '../../server/src/language-service';
import { fleetOf } from '../support/fleet';

/** Each edge as `from use to`, by the names of its ends. */
function edgesOf({ nodes, edges }: Topology): readonly string[] {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return edges.map(({ from, to, use }) => `${names.get(from)} ${use} ${names.get(to)}`);
}

function kindsOf({ nodes }: Topology): readonly string[] {
  return nodes.map(({ kind, name }) => `${kind} ${name}`);
}

test('domains of a host join its bridges', () => {
  const fleet = fleetOf([
    { name: 'a', lines: 'vif = ["bridge=dmz", "bridge=dmz"]' },
    { name: 'b', lines: 'vif = ["bridge=dmz"]' },
  ]);
  assert.deepEqual(kindsOf(fleet), ['domain a', 'domain b', 'bridge dmz']);
  assert.deepEqual(edgesOf(fleet), ['a network dmz', 'b network dmz']);
  assert.deepEqual(fleet.edges[0]?.devices, ['bridge=dmz', 'bridge=dmz']);
});

test('an interface without a bridge is in that of libxl, unless its script knows none', () => {
  assert.deepEqual(edgesOf(fleetOf([{ name: 'a', lines: 'vif = [""]' }])), ['a network xenbr0']);
  assert.deepEqual(edgesOf(fleetOf([{ name: 'a', lines: 'vif = ["script=vif-openvswitch"]' }])), ['a network xenbr0']);
  assert.deepEqual(edgesOf(fleetOf([{ name: 'a', lines: 'vif = ["script=vif-route"]' }])), []);
});

test('bridges of the same name on two hosts are two', () => {
  const hosts = [{ name: 'rack1' }, { name: 'rack2' }];
  const lines = 'vif = ["bridge=dmz"]';
  const fleet = fleetOf(
    [
      { name: 'a', lines, hosts: ['rack1'] },
      { name: 'b', lines, hosts: ['rack2'] },
    ],
    hosts,
  );
  assert.deepEqual(
    fleet.nodes.map(({ group, name }) => `${group}: ${name}`),
    ['rack1: a', 'rack1: dmz', 'rack2: b', 'rack2: dmz'],
  );
});

test('a domain that may run on two hosts stands on both, and one of no host in a group of its own', () => {
  const fleet = fleetOf(
    [
      { name: 'a', hosts: ['rack1', 'rack2'] },
      { name: 'b', hosts: [] },
    ],
    [{ name: 'rack1' }, { name: 'rack2' }],
  );
  assert.deepEqual(
    fleet.nodes.map(({ group, name }) => `${group}: ${name}`),
    ['rack1: a', 'rack2: a', ': b'],
  );
  assert.deepEqual(
    fleet.groups.map(({ host }) => host?.name),
    ['rack1', 'rack2', undefined],
  );
});

test('a bridge of a driver domain is in it, wherever that stands', () => {
  const guest = { name: 'web', lines: 'vif = ["bridge=br,backend=net"]' };
  const net = { name: 'net', lines: 'pci = ["03:00.0"]' };
  for (const configs of [
    [guest, net],
    [net, guest],
  ])
    assert.deepEqual([...edgesOf(fleetOf(configs))].sort(), ['br part net', 'net passthrough 0000:03:00.0', 'web network br']);
});

test('a backend without a config is there, and dom0 is none', () => {
  const fleet = fleetOf([{ name: 'a', lines: 'disk = ["/dev/a,raw,xvda,rw,backend=storage"]\nvif = ["backend=0"]' }]);
  assert.deepEqual(edgesOf(fleet), ['a backend storage', 'a network xenbr0']);
  const storage = fleet.nodes.find(({ name }) => name === 'storage');
  assert.deepEqual([storage?.kind, storage?.member], ['domain', undefined]);
});

test('a disk of several domains is one, that of a single domain is none', () => {
  const fleet = fleetOf([
    { name: 'a', lines: 'disk = ["/dev/both,raw,xvda,rw", "/dev/own,raw,xvdb,rw"]' },
    { name: 'b', lines: 'disk = ["/dev/both,raw,xvda,rw"]' },
  ]);
  assert.deepEqual(edgesOf(fleet), ['a disk /dev/both', 'b disk /dev/both']);
});

test('what hosts share is outside of both, by the longest prefix', () => {
  const lines = 'disk = ["/san/deep/x,raw,xvda,rw"]';
  const fleet = fleetOf(
    [
      { name: 'a', lines, hosts: ['one'] },
      { name: 'b', lines, hosts: ['two'] },
      { name: 'c', lines: 'disk = ["/sandbox/x,raw,xvda,rw"]', hosts: ['one'] },
    ],
    [
      { name: 'one', sharedStorage: ['/san', '/san/deep/'] },
      { name: 'two', sharedStorage: ['/san/deep'] },
    ],
  );
  assert.deepEqual(edgesOf(fleet), ['a disk /san/deep', 'b disk /san/deep']);
  assert.deepEqual(
    fleet.nodes.filter(({ kind }) => kind === 'storage').map(({ group }) => group),
    [undefined],
  );
});

test('a disk of several domains on shared storage is on it once', () => {
  const lines = 'disk = ["/san/x,raw,xvda,rw"]';
  const fleet = fleetOf(
    [
      { name: 'a', lines, hosts: ['one'] },
      { name: 'b', lines, hosts: ['one'] },
    ],
    [{ name: 'one', sharedStorage: ['/san'] }],
  );
  assert.deepEqual(edgesOf(fleet), ['a disk /san/x', '/san/x part /san', 'b disk /san/x']);
  assert.equal(fleet.nodes.find(({ kind }) => kind === 'storage')?.group, 'one');
});

test('all ways to write a device of the host mean one', () => {
  const fleet = fleetOf([
    { name: 'a', lines: 'pci = ["3:0.1", "0000:03:02.*"]\nusbdev = ["hostbus=1,hostaddr=5"]' },
    { name: 'b', lines: 'pci = ["bdf=0000:03:00.1,permissive=1"]\nusbdev = ["type=hostdev,hostbus=0x1,hostaddr=5", "hostbus=1"]' },
  ]);
  assert.deepEqual(kindsOf(fleet).slice(2), ['usb 1:5', 'pci 0000:03:00.1', 'pci 0000:03:02.*']);
});

test('domains of the same name stay apart, and so do those without one', () => {
  const fleet = fleetOf([{ name: 'a' }, { name: 'a' }]);
  assert.deepEqual([fleet.nodes.length, new Set(fleet.nodes.map(({ id }) => id)).size], [2, 2]);
});

test('a filter keeps what has all words, with what it uses', () => {
  const configs = [
    { name: 'web1', lines: 'vif = ["bridge=dmz"]', hosts: ['rack1'] },
    { name: 'web2', lines: 'vif = ["bridge=lan"]', hosts: ['rack1'] },
    { name: 'db', lines: 'vif = ["bridge=br,backend=web1"]', hosts: ['rack1'] },
    { name: 'web3', hosts: ['rack2'] },
  ];
  const namesFor = (filter: string): readonly string[] =>
    fleetOf(configs, [{ name: 'rack1' }, { name: 'rack2' }], filter).nodes.map(({ name }) => name);
  assert.deepEqual(namesFor('WEB rack1'), ['web1', 'web2', 'dmz', 'lan']);
  assert.deepEqual(namesFor('dmz'), ['web1', 'dmz']);
  assert.deepEqual(namesFor('db'), ['web1', 'db', 'br']);
  assert.deepEqual(namesFor('3.cfg'), ['web3']);
  assert.deepEqual(namesFor('none'), []);
  assert.deepEqual(fleetOf(configs, [{ name: 'rack1' }, { name: 'rack2' }], 'web3').groups.length, 1);
});
