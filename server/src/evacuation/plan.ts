/** How a host is emptied: where each of its domains goes, in which order, or why that cannot be. */
import { message, type Message } from '../text/message';
import type { FleetHost, FleetMember } from '../topology/topology';
import type { Host } from '../workspace/host';
import { assign, type Assignment, type Load, smallestConflict } from './assign';
import { judgeMove, type Move, type MoveKind } from './moves';

/** A domain of the host with what it could do. */
export interface Leaving {
  readonly member: FleetMember;
  /** By target, in the order of the hosts. */
  readonly moves: readonly TargetMove[];
  /** The best of them. */
  readonly best: MoveKind;
}

export interface TargetMove extends Move {
  readonly to: Host;
}

/** One step of the plan. */
export interface Step {
  readonly member: FleetMember;
  readonly move: TargetMove;
}

/** Domains that find no place together. */
export interface Conflict {
  readonly members: readonly FleetMember[];
  /** KiB that they take. */
  readonly needed: number;
  /** Hosts where some of them could go, with the KiB that are left there. */
  readonly rooms: readonly { readonly host: string; readonly left: number }[];
  /** Hosts where none of them can go, each with a reason. */
  readonly excluded: readonly { readonly host: string; readonly reason: Message }[];
}

export interface Evacuation {
  readonly host: Host;
  readonly leaving: readonly Leaving[];
  /** In their order: those that run on come first, the largest of them first. */
  readonly steps: readonly Step[];
  /** Those that have no place in the plan; they can go nowhere, or the others take the room. */
  readonly staying: readonly FleetMember[];
  /** Why some that could go stay; undefined where all fit, or where that could not be found out. */
  readonly conflict?: Conflict;
  /** Nobody knows whether there is a better plan. */
  readonly isUncertain: boolean;
  /** What is taken for granted because the project does not say it. */
  readonly assumptions: readonly Message[];
}

/**
 * Plans to empty a host.
 * @param members all domains of the fleet
 * @param from the id of the host
 * @returns undefined where there is no such host
 */
export function planEvacuation(members: readonly FleetMember[], hosts: readonly FleetHost[], from: string): Evacuation | undefined {
  const source = hosts.find(({ id }) => id === from);
  if (source === undefined) return undefined;
  const isLeaving = ({ places }: FleetMember): boolean => places.includes(from);
  const others = members.filter((member) => !isLeaving(member));
  const targets = hosts.filter(({ id }) => id !== from).map((target) => readTarget(target, others));
  const leaving = members.filter(isLeaving).map((member) => judge(member, source.host, targets));
  const able = leaving.filter(({ best }) => best !== 'none');
  const placed = placeAll(able, targets);
  return {
    host: source.host,
    leaving,
    steps: inOrder(placed.steps),
    staying: leaving.filter(({ member }) => !placed.steps.some((step) => step.member === member)).map(({ member }) => member),
    ...(placed.conflict === undefined ? {} : { conflict: placed.conflict }),
    isUncertain: placed.isUncertain,
    assumptions: listAssumptions(source, targets, leaving),
  };
}

interface Target {
  readonly host: Host;
  readonly names: ReadonlySet<string>;
  /** KiB that are left beside its own domains. */
  readonly room: number;
}

function readTarget({ id, host }: FleetHost, members: readonly FleetMember[]): Target {
  const own = members.filter(({ places }) => places.includes(id));
  const used = own.reduce((sum, { domain }) => sum + domain.memory.needed, (host.dom0Memory ?? 0) * 1024);
  return {
    host,
    names: new Set(own.map(({ domain }) => domain.name)),
    room: host.memory === undefined ? Infinity : Math.max(0, host.memory * 1024 - used),
  };
}

function judge(member: FleetMember, from: Host, targets: readonly Target[]): Leaving {
  const moves = targets.map(({ host, names }): TargetMove => {
    if (names.has(member.domain.name) && member.domain.name !== '')
      return { to: host, kind: 'none', reasons: [message('{host} has a domain of this name', { host: host.name })], conditions: [] };
    return { to: host, ...judgeMove(member, from, host, names) };
  });
  const best = (['live', 'shutdown'] as const).find((kind) => moves.some((move) => move.kind === kind)) ?? 'none';
  return { member, moves, best };
}

interface Placed {
  readonly steps: readonly Step[];
  readonly conflict?: Conflict;
  readonly isUncertain: boolean;
}

/** Places all, each as well as it can; else all somehow; else as many as find room. */
function placeAll(able: readonly Leaving[], targets: readonly Target[]): Placed {
  const room = targets.map((target) => target.room);
  const [best, any] = [able.map((each) => toLoad(each, room, true)), able.map((each) => toLoad(each, room, false))];
  const first = assign(best, room);
  const result = first.kind === 'found' ? first : assign(any, room);
  const toSteps = ({ places }: Extract<Assignment, { kind: 'found' }>, some: readonly Leaving[]): readonly Step[] =>
    some.flatMap((each, index) => stepOf(each, places[index]) ?? []);
  if (result.kind === 'found') return { steps: toSteps(result, able), isUncertain: first.kind === 'unknown' };
  const kept = keepWhatFits(any, room);
  const steps = toSteps(
    { kind: 'found', places: kept.places },
    kept.loads.flatMap((index) => able[index] ?? []),
  );
  if (result.kind === 'unknown') return { steps, isUncertain: true };
  const together = smallestConflict(any, room).flatMap((index) => able[index] ?? []);
  return { steps, conflict: describeConflict(together, targets), isUncertain: false };
}

/** @param isBestOnly whether only what it can do best counts; places with more room come first */
function toLoad({ member, moves, best }: Leaving, room: readonly number[], isBestOnly: boolean): Load {
  const rank = (index: number): number => (moves[index]?.kind === 'live' ? 0 : 1);
  const places = moves
    .flatMap(({ kind }, index) => (kind === 'none' || (isBestOnly && kind !== best) ? [] : [index]))
    .sort((a, b) => rank(a) - rank(b) || compareRoom(room[a], room[b]) || a - b);
  return { size: member.domain.memory.needed, places };
}

function compareRoom(a = 0, b = 0): number {
  return a === b ? 0 : b > a ? 1 : -1;
}

function stepOf({ member, moves }: Leaving, place: number | undefined): Step | undefined {
  const move = place === undefined ? undefined : moves[place];
  return move === undefined ? undefined : { member, move };
}

/** As many loads as find room when the small ones go first. */
function keepWhatFits(
  loads: readonly Load[],
  room: readonly number[],
): { readonly loads: readonly number[]; readonly places: readonly number[] } {
  const left = [...room];
  const kept: number[] = [];
  const places: number[] = [];
  const order = loads.map((load, index) => ({ load, index })).sort((a, b) => a.load.size - b.load.size);
  for (const { load, index } of order) {
    const place = load.places.find((each) => (left[each] ?? 0) >= load.size);
    if (place === undefined) continue;
    left[place] = (left[place] ?? 0) - load.size;
    kept.push(index);
    places.push(place);
  }
  return { loads: kept, places };
}

function describeConflict(leaving: readonly Leaving[], targets: readonly Target[]): Conflict {
  const canGo = (index: number): boolean => leaving.some(({ moves }) => moves[index]?.kind !== 'none');
  return {
    members: leaving.map(({ member }) => member),
    needed: leaving.reduce((sum, { member }) => sum + member.domain.memory.needed, 0),
    rooms: targets.flatMap(({ host, room }, index) => (canGo(index) ? [{ host: host.name, left: room }] : [])),
    excluded: targets.flatMap(({ host }, index) => {
      const reason = leaving.flatMap(({ moves }) => moves[index]?.reasons ?? [])[0];
      return canGo(index) || reason === undefined ? [] : [{ host: host.name, reason }];
    }),
  };
}

/** What runs on goes first, so that it is soon out of reach of whatever the host is emptied for. */
function inOrder(steps: readonly Step[]): readonly Step[] {
  const rank = ({ move }: Step): number => (move.kind === 'live' ? 0 : 1);
  return [...steps].sort((a, b) => rank(a) - rank(b) || b.member.domain.memory.needed - a.member.domain.memory.needed);
}

function listAssumptions(source: FleetHost, targets: readonly Target[], leaving: readonly Leaving[]): readonly Message[] {
  const unknown = targets.filter(({ host }) => host.memory === undefined);
  const shared = leaving.filter(({ member }) => member.places.length > 1);
  return [
    ...unknown.map(({ host }) => message('{host} has room for all: the project does not say how much memory it has', { host: host.name })),
    ...targets
      .filter(({ host }) => host.memory !== undefined && host.dom0Memory === undefined)
      .map(({ host }) => message('dom0 of {host} takes no memory: the project does not say how much it keeps', { host: host.name })),
    ...shared.map(({ member }) =>
      message('{domain} runs on {host} now, and on no other host that the project names for it', {
        domain: member.domain.name,
        host: source.host.name,
      }),
    ),
  ];
}
