/** Where the domains of a host can go. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLanguageService, type EvacuationReport, type FleetMember } from '../../server/src/language-service';
import type { Host } from '../../server/src/workspace/host';
import { type FleetConfig, hostsOf, memberOf } from '../support/fleet';

const service = createLanguageService();

function evacuate(configs: readonly FleetConfig[], hosts: readonly Host[]): EvacuationReport {
  return service.evacuate(configs.map(memberOf), hostsOf(hosts), 'rack1') ?? assert.fail('a host');
}

/** What becomes of one domain of rack1. */
function outcome(lines: string, from: Partial<Host>, to: Partial<Host>, others: readonly FleetConfig[] = []): readonly string[] {
  const KNOWN = {
    xen: '4.20',
    arch: 'x86',
    bridges: ['xenbr0'],
    pools: [],
    sharedStorage: ['/san'],
    pci: [],
    memory: 65_536,
    dom0Memory: 4096,
  } as const;
  const hosts = [
    { ...KNOWN, name: 'rack1', ...from },
    { ...KNOWN, name: 'rack2', ...to },
  ];
  const { steps, staying } = evacuate([{ name: 'web', lines, hosts: ['rack1'] }, ...others], hosts);
  return [
    ...steps.flatMap(({ kind, reasons, conditions }) => [kind, ...reasons, ...conditions]),
    ...staying.flatMap(({ couldGo, reasons }) => [couldGo ? 'no room' : 'nowhere', ...reasons]),
  ];
}

test('a domain on shared storage moves while it runs', () => {
  assert.deepEqual(outcome('disk = ["/san/web,raw,xvda,rw"]\nvif = [""]', {}, {}), ['live']);
});

test('what the other host lacks keeps a domain from it', () => {
  assert.deepEqual(outcome('', {}, { arch: 'arm' }), ['nowhere', 'rack2 is a host for arm']);
  assert.deepEqual(outcome('vif = ["bridge=dmz", "bridge=dmz"]', {}, {}), ['nowhere', 'rack2 has no bridge dmz']);
  assert.deepEqual(outcome('vif = [""]', {}, { bridges: ['lan'] }), ['nowhere', 'rack2 has no bridge xenbr0']);
  assert.deepEqual(outcome('pool = "fast"', {}, {}), ['nowhere', 'rack2 has no CPU pool fast']);
  assert.deepEqual(outcome('pool = "Pool-0"', {}, {}), ['live']);
  assert.deepEqual(outcome('pci = ["03:00.0"]', {}, {}), ['nowhere', 'rack2 has no PCI device 0000:03:00.0']);
  assert.deepEqual(outcome('vif = ["backend=net,bridge=in-net"]', {}, {}), ['nowhere', 'its backend net does not run on rack2']);
  assert.deepEqual(outcome('', {}, {}, [{ name: 'web', hosts: ['rack2'] }]), ['nowhere', 'rack2 has a domain of this name']);
});

test('a driver domain of the same name serves there', () => {
  assert.deepEqual(outcome('vif = ["backend=net,bridge=in-net"]', {}, {}, [{ name: 'net', hosts: ['rack2'] }])[0], 'live');
});

test('a domain is shut down where it cannot move while it runs', () => {
  const [kind, ...why] = outcome('pci = ["03:00.0"]', {}, { pci: ['0000:03:00.0'] });
  assert.equal(kind, 'shutdown');
  assert.match(why.join(), /PCI/);
  assert.deepEqual(outcome('', {}, { xen: '4.19' }), ['shutdown', 'rack2 has Xen 4.19, which takes no running domain of 4.20']);
  assert.deepEqual(outcome('disk = ["/dev/vg/web,raw,xvda,rw"]', {}, {}), [
    'shutdown',
    '/dev/vg/web is not on storage that rack2 shares',
    '/dev/vg/web has to be copied to rack2',
  ]);
  assert.deepEqual(outcome('disk = ["/san/../web,raw,xvda,rw"]', {}, {})[0], 'shutdown');
});

test('what nobody says of a host is a condition', () => {
  const nothing = { xen: undefined, bridges: undefined, pools: undefined, sharedStorage: undefined, pci: undefined, memory: undefined };
  assert.deepEqual(outcome('disk = ["/san/web,raw,xvda,rw"]\nvif = [""]\npool = "fast"', {}, nothing), [
    'live',
    'rack2 must not have an older Xen than rack1',
    'rack2 needs the bridge xenbr0',
    'rack2 needs the CPU pool fast',
    'rack2 has to reach /san/web',
  ]);
});

const RACKS: readonly Host[] = [
  { name: 'rack1' },
  { name: 'rack2', memory: 4096, dom0Memory: 1024, bridges: ['dmz'] },
  { name: 'rack3', memory: 65_536, dom0Memory: 1024, bridges: ['lan'] },
];

test('where no plan fits, the domains that find no room together are named, with what is left', () => {
  const lines = 'vif = ["bridge=dmz"]';
  const report = evacuate(
    [
      ...['a', 'b', 'c'].map((name) => ({ name, lines, hosts: ['rack1'] })),
      { name: 'lan', lines: 'vif = ["bridge=lan"]', hosts: ['rack1'] },
      { name: 'own', hosts: ['rack2'] },
    ],
    RACKS,
  );
  assert.equal(report.summary, '2 of 4 domains can leave rack1');
  assert.deepEqual(
    [report.isComplete, report.isProven, report.steps.map(({ name, to }) => [name, to])],
    [false, true, [['a', 'rack2'], ['lan', 'rack3']]], // prettier-ignore
  );
  assert.deepEqual(report.conflict, ['b, c need 2064 MiB together.', 'rack2 has 2040 MiB left.', 'rack3 has no bridge dmz.']);
});

test('a host without domains is empty, and one that is not there is no host', () => {
  assert.equal(evacuate([], [{ name: 'rack1' }]).summary, 'No domain runs on rack1');
  assert.equal(service.evacuate([], [], 'rack1'), undefined);
});

/** Plays a plan step by step, with what the configs and hosts say and nothing that the planner worked out. */
function replay(members: readonly FleetMember[], hosts: readonly Host[], report: EvacuationReport): void {
  const free = new Map(
    hosts.map((host) => {
      const own = members.filter(({ places }) => places.includes(host.name));
      const used = own.reduce((sum, { domain }) => sum + domain.memory.needed, (host.dom0Memory ?? 0) * 1024);
      return [host.name, host.memory === undefined ? Infinity : host.memory * 1024 - used];
    }),
  );
  const waiting = new Map(members.filter(({ places }) => places.includes('rack1')).map((member) => [member.file, member]));
  for (const { file, to, kind } of report.steps) {
    const { domain } = waiting.get(file) ?? assert.fail(`${file} moves twice`);
    const host = hosts.find(({ name }) => name === to) ?? assert.fail(to);
    assert.notEqual(to, 'rack1');
    const left = (free.get(to) ?? 0) - domain.memory.needed;
    assert.ok(left >= 0, `${to} has no room for ${file}`);
    free.set(to, left);
    for (const device of domain.devices) {
      const bridge = /bridge=(\w+)/.exec(device.text)?.[1];
      if (bridge !== undefined) assert.ok(host.bridges?.includes(bridge) !== false, `${to} lacks ${bridge}`);
      if (device.option === 'pci') assert.ok(kind === 'shutdown' && host.pci?.includes('0000:03:00.0') !== false);
    }
    waiting.delete(file);
  }
  assert.deepEqual([...waiting.keys()].sort(), report.staying.map(({ file }) => file).sort());
}

test('plans can be carried out move by move', () => {
  const lines = fc.constantFrom('', 'vif = ["bridge=dmz"]', 'vif = ["bridge=lan"]', 'pci = ["03:00.0"]', 'memory = 3000');
  const known = fc.record({
    memory: fc.option(fc.integer({ min: 1, max: 12_000 }), { nil: undefined }),
    bridges: fc.option(fc.subarray(['dmz', 'lan']), { nil: undefined }),
    pci: fc.option(fc.subarray(['0000:03:00.0']), { nil: undefined }),
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(lines, fc.nat(2)), { maxLength: 8 }),
      fc.array(known, { minLength: 3, maxLength: 3 }),
      (domains, facts) => {
        const hosts = facts.map((each, index): Host => ({ name: `rack${index + 1}`, ...each }));
        const members = domains.map(([text, host], index) =>
          memberOf({ name: `d${index}`, lines: text, hosts: [`rack${host + 1}`] }, index),
        );
        const report = service.evacuate(members, hostsOf(hosts), 'rack1') ?? assert.fail('a host');
        replay(members, hosts, report);
        assert.equal(report.isComplete, report.staying.length === 0);
      },
    ),
    { numRuns: 150 },
  );
});
