/** Whether a domain can go from its host to another one: while it runs, only while it is down, or not at all. */
import type { FleetDevice, FleetDomain, FleetName } from '../features/fleet-domain';
import { message, type Message } from '../text/message';
import { isSince } from '../schema/xen-version';
import { bridgeOf } from '../topology/device-names';
import { passedDevice } from '../topology/passed-device';
import type { FleetMember } from '../topology/topology';
import type { Host } from '../workspace/host';

/** `live`: while it runs; `shutdown`: it is shut down on one host and started on the other; `none`: it cannot run there. */
export type MoveKind = 'live' | 'shutdown' | 'none';

export interface Move {
  readonly kind: MoveKind;
  /** Why it is not better than that: what keeps it from moving while it runs, or from running there. */
  readonly reasons: readonly Message[];
  /** What has to be seen to, because nobody says it or because nobody else can. */
  readonly conditions: readonly Message[];
}

/** One look at a pair of hosts. */
interface Look {
  readonly domain: FleetDomain;
  readonly from: Host;
  readonly to: Host;
  /** The domains that run there, by name. */
  readonly neighbours: ReadonlySet<string>;
}

type Findings = Partial<Readonly<Record<'prevents' | 'stops' | 'needs', readonly Message[]>>>;

/**
 * What a move comes to.
 * @param neighbours the names of the domains of the other host
 */
export function judgeMove({ domain }: FleetMember, from: Host, to: Host, neighbours: ReadonlySet<string>): Move {
  const look: Look = { domain, from, to, neighbours };
  const findings = [lookAtArchitecture, lookAtRelease, lookAtNames, lookAtDevices, lookAtStorage, lookAtMigration].map((each) =>
    each(look),
  );
  const all = (kind: keyof Findings): readonly Message[] => findings.flatMap((each) => each[kind] ?? []);
  const [prevents, stops] = [all('prevents'), all('stops')];
  if (prevents.length > 0) return { kind: 'none', reasons: prevents, conditions: [] };
  return { kind: stops.length > 0 ? 'shutdown' : 'live', reasons: stops, conditions: all('needs') };
}

function lookAtArchitecture({ domain: { target }, from, to }: Look): Findings {
  const own = from.arch ?? target.arch;
  if (to.arch === undefined || to.arch === own) return {};
  return { prevents: [message('{host} is a host for {arch}', { host: to.name, arch: to.arch })] };
}

/** Xen takes a running domain from the same release or an older one. */
function lookAtRelease({ from, to }: Look): Findings {
  if (from.xen === undefined || to.xen === undefined)
    return { needs: [message('{host} must not have an older Xen than {from}', { host: to.name, from: from.name })] };
  if (isSince(to.xen, from.xen)) return {};
  return {
    stops: [message('{host} has Xen {release}, which takes no running domain of {own}', { host: to.name, release: to.xen, own: from.xen })],
  };
}

/** By a driver domain, whose bridges and paths are its own. */
function isServedElsewhere({ names }: FleetDevice): boolean {
  return names.some(isBackend);
}

function isBackend({ kind, path }: FleetName): boolean {
  return kind === 'domain' && path.endsWith('.backend');
}

/** Bridges, CPU pools and driver domains. */
function lookAtNames({ domain: { names, devices }, to, neighbours }: Look): Findings {
  const own = devices.filter((device) => device.option === 'vif' && !isServedElsewhere(device));
  const bridges = new Set(own.flatMap((device) => bridgeOf(device)?.text ?? []));
  const pools = new Set(names.filter(({ kind, text }) => kind === 'pool' && text !== 'Pool-0').map(({ text }) => text));
  const backends = new Set(devices.flatMap((device) => device.names.filter(isBackend).map(({ text }) => text)));
  const { name: host } = to;
  const isUnsaid = { bridges: to.bridges === undefined, pools: to.pools === undefined };
  const [missingBridges, missingPools] = [notIn(bridges, to.bridges), notIn(pools, to.pools)];
  return {
    prevents: [
      ...(isUnsaid.bridges ? [] : missingBridges.map((name) => message('{host} has no bridge {name}', { host, name }))),
      ...(isUnsaid.pools ? [] : missingPools.map((name) => message('{host} has no CPU pool {name}', { host, name }))),
      ...notIn(backends, [...neighbours]).map((name) => message('its backend {name} does not run on {host}', { host, name })),
    ],
    needs: [
      ...(isUnsaid.bridges ? missingBridges.map((name) => message('{host} needs the bridge {name}', { host, name })) : []),
      ...(isUnsaid.pools ? missingPools.map((name) => message('{host} needs the CPU pool {name}', { host, name })) : []),
    ],
  };
}

function notIn(names: ReadonlySet<string>, known: readonly string[] = []): readonly string[] {
  return [...names].filter((name) => !known.includes(name));
}

/** What is given to a domain stays where it is; another host can have one of the same address. */
function lookAtDevices({ domain, to }: Look): Findings {
  const prevents: Message[] = [];
  const needs: Message[] = [];
  for (const device of domain.devices) {
    const passed = passedDevice(device, domain);
    if (passed === undefined) continue;
    const data = { host: to.name, device: passed.name };
    if (passed.kind !== 'pci') needs.push(message('{host} needs the device {device}', data));
    else if (to.pci === undefined) needs.push(message('{host} needs a PCI device {device}', data));
    else if (!hasPciDevice(to.pci, passed.name)) prevents.push(message('{host} has no PCI device {device}', data));
  }
  return { prevents, needs };
}

function hasPciDevice(addresses: readonly string[], wanted: string): boolean {
  return wanted.endsWith('*') ? addresses.some((each) => each.startsWith(wanted.slice(0, -1))) : addresses.includes(wanted);
}

function lookAtStorage({ domain: { migration, devices }, from, to }: Look): Findings {
  const stops: Message[] = [];
  const needs: Message[] = [];
  const served = new Set(devices.filter(isServedElsewhere).flatMap(({ names }) => names.map(({ identity }) => identity)));
  for (const path of migration.sharedStorage) {
    if (served.has(path)) continue;
    const data = { host: to.name, path };
    if (sharedPrefixes(path, from).some((prefix) => to.sharedStorage?.includes(prefix) === true)) continue;
    if (from.sharedStorage === undefined || to.sharedStorage === undefined) needs.push(message('{host} has to reach {path}', data));
    else {
      stops.push(message('{path} is not on storage that {host} shares', data));
      needs.push(message('{path} has to be copied to {host}', data));
    }
  }
  return { stops, needs };
}

function sharedPrefixes(path: string, { sharedStorage = [] }: Host): readonly string[] {
  if (path.split('/').includes('..')) return [];
  return sharedStorage.filter((prefix) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`));
}

/** What the rules about migration say of the config, but for what is looked at here with both hosts in view. */
function lookAtMigration({ domain: { migration, names } }: Look): Findings {
  if (migration.verdict === 'unknown') return { prevents: [message('{reason}', { reason: migration.summary })] };
  const stops: Message[] = [];
  const needs: Message[] = [];
  if (migration.isMeantToStay) stops.push(message('its config says that it is not to move'));
  const pools = names.filter(({ kind }) => kind === 'pool');
  for (const { strength, message: text, path, range } of migration.reasons) {
    if (pools.some((pool) => pool.range.start >= range.start && pool.range.end <= range.end)) continue;
    if (strength === 'refused' || strength === 'breaks') stops.push(message('{reason}', { reason: text }));
    else if (path === undefined && strength !== 'expects') needs.push(message('{reason}', { reason: text }));
  }
  return { stops, needs };
}
