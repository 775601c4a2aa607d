/** Topologies as pictures and as texts of other programs: names are shown and never obeyed, and everything has its place. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { skipReason } from '../../scripts/skipping.mjs';
import { createLanguageService, type FleetMember, type Topology } from '../../server/src/language-service';
import { sayInEnglish } from '../../server/src/messages/say';
import { closedAtFirst } from '../../server/src/topology/blocks';
import { fit, widthOf } from '../../server/src/topology/label';
import { type Area, layoutTopology } from '../../server/src/topology/layout';
import { sizeOf } from '../../server/src/topology/words';
import { type FleetConfig, fleetOf, hostsOf, memberOf } from '../support/fleet';
import { readXml, type XmlElement } from '../support/read-xml';

const service = createLanguageService();
const noDot = spawnSync('dot', ['-V']).error === undefined ? undefined : 'Graphviz is not installed';
const needsDot = { skip: skipReason('dot', noDot, {}) } as const;

const NAMES = [
  'web',
  '<script>alert(1)</script>',
  '"]; end; graph [label="x',
  'a\\',
  '&lt;&#34;',
  '#quot;',
  '`x` **y** [z](u)',
  'end',
  '%%{init: {}}%%',
  '\u202egnp',
  '\u0001\ud800',
  '域'.repeat(40),
  '',
];

/** A fleet in which everything is called by such a name. */
function hostileFleet(names: readonly string[]): Topology {
  const members = names.flatMap((name, index): readonly FleetMember[] => {
    const member = memberOf(
      { name: 'x', lines: 'vif = ["bridge=b,backend=c"]\ndisk = ["/d,raw,xvda,rw"]\npci = ["1:2.3"]', hosts: ['h'] },
      index,
    );
    const { domain } = member;
    const devices = domain.devices.map((device) => ({
      ...device,
      text: name,
      names: device.names.map((each) => ({ ...each, identity: name, text: name })),
    }));
    return [{ ...member, file: name, domain: { ...domain, name, devices } }];
  });
  return service.topology(members, [
    ...hostsOf([{ name: names[0] ?? '' }]),
    { id: 'h', host: { name: names[1] ?? '', sharedStorage: ['/'] } },
  ]);
}

function textsOf({ text, children, attributes }: XmlElement): readonly string[] {
  return [text, ...Object.values(attributes), ...children.flatMap(textsOf)];
}

function elementsOf(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(elementsOf)];
}

test('pictures are well-formed and hold names as text', () => {
  const fleet = hostileFleet(NAMES);
  for (const svg of [service.writeTopology(fleet, 'svg'), service.topologyPage(fleet).svg]) {
    const root = readXml(svg);
    const known = ['svg', 'title', 'desc', 'style', 'rect', 'g', 'path', 'text', 'tspan'];
    assert.deepEqual(
      [...new Set(elementsOf(root).map(({ name }) => name))].filter((name) => !known.includes(name)),
      [],
    );
    assert.ok(textsOf(root).some((text) => text.startsWith('<script>alert(1)</script>: HVM, 1 vCPU, 1 GiB; ')));
    assert.doesNotMatch(svg, /<script|\son\w+=|javascript:|href/);
    assert.doesNotMatch(svg, /[\u0001\u202e\ud800]/);
  }
});

test('texts of other programs hold any name in one word', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 2, maxLength: 4 }), (names) => {
      const fleet = hostileFleet(names);
      readXml(service.writeTopology(fleet, 'svg'));
      readXml(service.topologyPage(fleet).svg);
      const dot = service.writeTopology(fleet, 'dot').replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
      for (const line of dot.split('\n')) assert.match(line, /^(?:[\w ={}[\],;]|""|->)*$/);
      const mermaid = service.writeTopology(fleet, 'mermaid').replace(/"[\p{L}\p{N} .,:/()<>#;—-]*"/gu, '""');
      for (const line of mermaid.split('\n'))
        assert.match(line, /^ *(?:flowchart LR|end|subgraph g\d+\[""\]|n\d+[[(]{1,2}""[\])]{1,2}|n\d+ (?:---|-\.-) n\d+)?$/);
    }),
  );
});

test('Graphviz reads what is written for it, with the names as they are', needsDot, () => {
  const { status, stdout, stderr } = spawnSync('dot', ['-Tsvg'], {
    input: service.writeTopology(hostileFleet(NAMES), 'dot'),
    encoding: 'utf8',
  });
  assert.deepEqual([status, stderr], [0, '']);
  const texts = textsOf(readXml(stdout));
  for (const name of ['<script>alert(1)</script>', '"]; end; graph [label="x', 'a\\', '&lt;&#34;']) assert.ok(texts.includes(name), name);
});

test('the data has what the picture shows', () => {
  const fleet = fleetOf([{ name: 'a', lines: 'vif = ["bridge=dmz"]', hosts: ['r'] }], [{ name: 'r', memory: 2048 }]);
  const { hosts, nodes, edges } = service.topologyRecord(fleet, ({ file }) => file);
  assert.deepEqual(hosts, [
    {
      id: 'r',
      name: 'r',
      memory: 2048,
      ...Object.fromEntries(
        ['xen', 'arch', 'dom0Memory', 'cpus', 'nodes', 'bridges', 'pools', 'sharedStorage', 'pci'].map((key) => [key, undefined]),
      ),
    },
  ]);
  assert.deepEqual(edges, [{ from: 'r/domain/a', to: 'r/bridge/dmz', use: 'network', devices: ['bridge=dmz'] }]);
  assert.deepEqual(
    (nodes as readonly Readonly<Record<string, unknown>>[]).map(({ id, host, place, description }) => [id, host, place, description]),
    [
      ['r/domain/a', 'r', '0.cfg', 'HVM, 1 vCPU, 1 GiB'],
      ['r/bridge/dmz', 'r', '0.cfg', 'bridge'],
    ],
  );
});

test('domains that use the same stand in one block, which can be closed', () => {
  const configs = ['a', 'b', 'c'].map((name): FleetConfig => ({ name, lines: `vif = ["bridge=${name === 'c' ? 'lan' : 'dmz'}"]` }));
  const fleet = fleetOf(configs);
  const open = layoutTopology(fleet, new Set(), sayInEnglish);
  assert.deepEqual(
    open.frames.map(({ title, isClosed }) => [title, isClosed]),
    [['2 domains', false]],
  );
  assert.deepEqual(open.boxes.map(({ title }) => title).sort(), ['a', 'b', 'c', 'dmz', 'lan']);
  assert.equal(open.lines.length, 2);
  const closed = layoutTopology(fleet, new Set(open.frames.map(({ id }) => id)), sayInEnglish);
  assert.deepEqual(closed.boxes.map(({ title }) => title).sort(), ['c', 'dmz', 'lan']);
  assert.equal(closed.lines.length, 2);
});

test('a closed host is one box, with a line to what it shares', () => {
  const hosts = [1, 2].map((number) => ({ name: `rack${number}`, sharedStorage: ['/san'] }));
  const configs = [1, 2, 3].map((number) => ({
    name: `web${number}`,
    lines: `vif = [""]\ndisk = ["/san/${number},raw,xvda,rw"]`,
    hosts: [`rack${1 + (number % 2)}`],
  }));
  const { frames, boxes, lines } = layoutTopology(fleetOf(configs, hosts), new Set(['group rack1', 'group rack2']), sayInEnglish);
  assert.deepEqual(
    frames.map(({ title, detail }) => [title, detail]),
    [
      ['rack1', '1 domain'],
      ['rack2', '2 domains'],
    ],
  );
  assert.deepEqual([boxes.map(({ title }) => title), lines.length], [['/san'], 2]);
});

test('hosts are closed at first where there is too much to see', () => {
  const hosts = [{ name: 'one' }, { name: 'two' }];
  const many = (count: number, withHosts: boolean): Topology => {
    const member = memberOf({ name: 'a' });
    const members = Array.from({ length: count }, (_, index) => ({
      ...member,
      places: withHosts ? [index % 2 === 0 ? 'one' : 'two'] : [],
    }));
    return service.topology(members, withHosts ? hostsOf(hosts) : []);
  };
  assert.deepEqual(closedAtFirst(many(200, true)), []);
  assert.deepEqual(closedAtFirst(many(201, true)), ['group one', 'group two']);
  const alone = closedAtFirst(many(201, false));
  assert.equal(alone.length, 1);
  assert.deepEqual(service.topologyPage(many(201, false)).closed, alone);
  assert.deepEqual(service.topologyPage(many(201, false), []).closed, []);
});

function isInside(inner: Area, outer: Area): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function isApart(a: Area, b: Area): boolean {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

const CONFIG = fc.record({
  name: fc.constantFrom('a', 'b', 'net', 'x'.repeat(60)),
  lines: fc.constantFrom(
    'vif = ["bridge=dmz"]',
    'vif = ["bridge=dmz", "bridge=lan"]',
    'vif = ["backend=net"]',
    'disk = ["/san/x,raw,xvda,rw"]',
    'pci = ["1:2.3"]\ndisk = ["/san/x,raw,xvda,rw"]',
    'vif = ["backend=a"]\nvtpm = ["backend=b"]',
    '',
  ),
  hosts: fc.subarray(['one', 'two']),
});

test('no box stands on another, all stand in the picture, and lines join what is there', () => {
  fc.assert(
    fc.property(fc.array(CONFIG, { maxLength: 12 }), fc.subarray(['group one', 'group two']), (configs, closed) => {
      const hosts = [
        { name: 'one', sharedStorage: ['/san'] },
        { name: 'two', sharedStorage: ['/san'] },
      ];
      const picture = layoutTopology(fleetOf(configs, hosts), new Set(closed), sayInEnglish);
      const { boxes, frames, lines, width, height } = picture;
      const paper = { x: 0, y: 0, width, height };
      for (const area of [...boxes, ...frames]) assert.ok(isInside(area, paper), JSON.stringify([area, paper]));
      boxes.forEach((box, index) => {
        for (const other of boxes.slice(index + 1)) assert.ok(isApart(box, other), JSON.stringify([box, other]));
      });
      const groups = frames.filter(({ kind }) => kind === 'group');
      groups.forEach((frame, index) => {
        for (const other of groups.slice(index + 1)) assert.ok(isApart(frame, other));
      });
      const ends = new Set([...boxes.map(({ block }) => block), ...frames.map(({ id }) => id)]);
      for (const { left, right, points } of lines) assert.ok(ends.has(left) && ends.has(right) && points.length > 1);
    }),
    { numRuns: 60 },
  );
});

test('a picture of many things that differ is made in time', () => {
  const member = memberOf({ name: 'a', lines: 'pci = ["1:2.3"]\nvif = ["bridge=b"]' });
  const members = Array.from({ length: 3000 }, (_, index): FleetMember => {
    const devices = member.domain.devices.map((device) => ({
      ...device,
      text: device.option === 'pci' ? `${(index >> 8).toString(16)}:${((index >> 3) & 31).toString(16)}.${index & 7}` : device.text,
    }));
    return { ...member, file: `${index}.cfg`, domain: { ...member.domain, name: `d${index}`, devices } };
  });
  const start = performance.now();
  const fleet = service.topology(members, []);
  assert.equal(fleet.nodes.length, 6001);
  service.writeTopology(fleet, 'svg');
  assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`);
});

test('a text is cut where it does not fit', () => {
  assert.equal(fit('web1', 13, 200), 'web1');
  const cut = fit('a'.repeat(100), 13, 100);
  assert.ok(cut.endsWith('…') && widthOf(cut, 13) < 115);
  assert.equal(fit('𝒳𝒳𝒳𝒳', 13, 20), '𝒳…');
  assert.ok(widthOf('域', 10) > widthOf('i', 10));
});

test('memory is said in the largest unit that is exact', () => {
  assert.deepEqual(
    [sizeOf(512), sizeOf(1024 * 1024), sizeOf(1024 * 1536), sizeOf(1024 * 1000), sizeOf(100)],
    ['512 KiB', '1 GiB', '1.5 GiB', '1000 MiB', '100 KiB'],
  );
});
