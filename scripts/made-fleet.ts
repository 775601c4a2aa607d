/** Makes up the configs of a hosting company: many domains on many hosts, with conflicts of every kind and with what only looks like one. */

export interface MadeFleet {
  /** Texts by path. */
  readonly files: ReadonlyMap<string, string>;
  /** What is to be found, as `path rule-id`; nothing else is. */
  readonly planted: readonly string[];
}

export interface FleetSize {
  readonly domains: number;
  readonly hosts: number;
  readonly seed: number;
}

/** MiB of each host, and of its dom0. */
const HOST_MEMORY = 1_048_576;
const DOM0_MEMORY = 4096;

interface Domain {
  readonly path: string;
  readonly name: string;
  readonly host: number;
  readonly lines: Map<string, string>;
}

/** The same for the same seed. */
export function makeFleet({ domains: count, hosts, seed }: FleetSize): MadeFleet {
  const random = randomFrom(seed);
  const domains = Array.from({ length: count }, (_, index) => makeDomain(index, index % hosts));
  const planted: string[] = [];
  const byHost = Array.from({ length: hosts }, (_, host) => domains.filter((domain) => domain.host === host));
  let turn = 0;
  for (const own of byHost) {
    // Two domains for each plan, none of them twice.
    const free = shuffle(own.slice(1), random);
    for (let index = 0; index + 1 < free.length && index < 6; index += 2) {
      const plan = PLANS[turn++ % PLANS.length];
      const [first, second] = [free[index], free[index + 1]];
      const elsewhere = byHost[(own[0]?.host ?? 0) + 1]?.[0];
      if (plan === undefined || first === undefined || second === undefined) continue;
      planted.push(...plan(first, second, elsewhere));
    }
  }
  const files = new Map(domains.map(({ path, name, lines }) => [path, writeConfig(name, lines)]));
  // An installed copy is the same domain, and so is nothing that a template will become.
  const [copied] = domains;
  if (copied !== undefined) files.set(`${copied.path.replace('.cfg', '')}-installed.cfg`, files.get(copied.path) ?? '');
  const full = addFullHost(files);
  files.set('.xlcfg.json', writeProject(hosts));
  return { files, planted: [...planted, ...full].sort() };
}

function makeDomain(index: number, host: number): Domain {
  const id = index.toString(16).padStart(6, '0');
  const lines = new Map([
    ['uuid', `"00000000-0000-4000-8000-000000${id}"`],
    ['memory', '256'],
    ['disk', `[ "/dev/vg/d${index},raw,xvda,rw", "/srv/tools.img,raw,xvdf,ro" ]`],
    ['vif', `[ "mac=00:16:3e:${id.slice(0, 2)}:${id.slice(2, 4)}:${id.slice(4)},bridge=xenbr0" ]`],
  ]);
  return { path: `host${host}/d${index}.cfg`, name: `d${index}`, host, lines };
}

function writeConfig(name: string, lines: ReadonlyMap<string, string>): string {
  const own = lines.has('name') ? [] : [`name = "${name}"`];
  return `${['type = "hvm"', ...own, ...[...lines].map(([key, value]) => `${key} = ${value}`)].join('\n')}\n`;
}

function writeProject(hosts: number): string {
  const host = {
    memory: HOST_MEMORY,
    dom0Memory: DOM0_MEMORY,
    xen: '4.20',
    arch: 'x86',
    bridges: ['xenbr0'],
    pools: ['fast'],
    pci: ['0000:09:00.0'],
  };
  const names = Array.from({ length: hosts }, (_, index) => `host${index}`);
  const described = names.map((name) => [name, { files: [`${name}/*.cfg`], ...host }] as const);
  const full = { ...host, files: ['full/*.cfg'], memory: 8192 };
  return JSON.stringify({ hosts: { ...Object.fromEntries(described), full } });
}

/** A host with four domains of 2 GiB beside its dom0: the second one is too much. */
function addFullHost(files: Map<string, string>): readonly string[] {
  for (const index of [1, 2, 3, 4]) {
    const { name, lines } = makeDomain(0xfffff0 + index, 0);
    files.set(`full/${index}.cfg`, writeConfig(name, new Map([...lines, ['memory', '2048']])));
  }
  return ['full/2.cfg host-memory-exceeded'];
}

/** Changes two domains of a host, and says what is to be found; some only look like conflicts, also with a domain of another host. */
type Plan = (first: Domain, second: Domain, elsewhere: Domain | undefined) => readonly string[];

function share(key: string, ruleId: string): Plan {
  return (first, second) => {
    second.lines.set(key, first.lines.get(key) ?? '');
    return [`${first.path} ${ruleId}`, `${second.path} ${ruleId}`];
  };
}

function setBoth(key: string, value: (domain: Domain) => string, ruleId?: string, more: Readonly<Record<string, string>> = {}): Plan {
  return (first, second) => {
    for (const domain of [first, second]) {
      for (const [name, text] of Object.entries(more)) domain.lines.set(name, text);
      domain.lines.set(key, value(first));
    }
    return ruleId === undefined ? [] : [`${first.path} ${ruleId}`, `${second.path} ${ruleId}`];
  };
}

function setOne(key: string, value: string, ruleId: string): Plan {
  return (first) => {
    first.lines.set(key, value);
    return [`${first.path} ${ruleId}`];
  };
}

/** The same as in a domain of another host, which is fine. */
function copyElsewhere(key: string): Plan {
  return (first, _second, elsewhere) => {
    const value = elsewhere?.lines.get(key);
    if (value !== undefined) first.lines.set(key, value);
    return [];
  };
}

const PLANS: readonly Plan[] = [
  share('uuid', 'same-uuid'),
  share('vif', 'same-mac'),
  share('disk', 'disk-of-two-domains'),
  setBoth('name', ({ name }) => `"${name}"`, 'same-domain-name'),
  setBoth('pci', () => '[ "09:00.0" ]', 'pci-device-of-two-domains'),
  setBoth('vif', ({ name }) => `[ "vifname=${name},bridge=xenbr0" ]`, 'same-interface-name'),
  setBoth('vncdisplay', () => '5', 'same-display-port', { vnc: '1', vncunused: '0' }),
  setOne('vif', '[ "bridge=dmz" ]', 'bridge-not-on-host'),
  setOne('pool', '"slow"', 'pool-not-on-host'),
  setOne('pci', '[ "0a:00.0" ]', 'pci-device-not-on-host'),
  setOne('vif', '[ "bridge=xenbr0,backend=net,type=vif" ]', 'backend-not-on-host'),
  // From here on all is fine.
  setBoth('vncdisplay', () => '6', undefined, { vnc: '1' }),
  setBoth('disk', () => '[ "/dev/vg/shared,raw,xvdf,ro" ]'),
  setBoth('disk', () => '[ "/srv/iso/debian.iso,raw,hdc,ro,cdrom" ]'),
  setBoth('pool', () => '"fast"'),
  copyElsewhere('uuid'),
  copyElsewhere('vif'),
  copyElsewhere('disk'),
];

/** Numbers from 0 to 1 that look random (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
