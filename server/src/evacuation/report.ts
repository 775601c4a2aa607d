/** A plan in words, for every way in which it is shown. */
import type { Say } from '../messages/say';
import { message, type Message } from '../text/message';
import type { FleetMember } from '../topology/topology';
import { sizeOf } from '../topology/words';
import type { MoveKind } from './moves';
import type { Conflict, Evacuation, Leaving, Step } from './plan';

export interface ReportedStep {
  /** The name of the domain, or else of its file. */
  readonly name: string;
  readonly file: string;
  readonly to: string;
  readonly kind: Exclude<MoveKind, 'none'>;
  /** KiB. */
  readonly memory: number;
  /** What is done, in one phrase. */
  readonly action: string;
  /** Why it is shut down. */
  readonly reasons: readonly string[];
  /** What has to be seen to before. */
  readonly conditions: readonly string[];
}

export interface ReportedDomain {
  readonly name: string;
  readonly file: string;
  readonly memory: number;
  /** Whether it could go if there were room. */
  readonly couldGo: boolean;
  /** What each other host has against it. */
  readonly reasons: readonly string[];
}

export interface EvacuationReport {
  readonly host: string;
  /** The outcome in one sentence. */
  readonly summary: string;
  /** Whether every domain has a place. */
  readonly isComplete: boolean;
  /** Whether it is certain that there is no better plan. */
  readonly isProven: boolean;
  readonly steps: readonly ReportedStep[];
  readonly staying: readonly ReportedDomain[];
  /** Why some that could go stay, as sentences. */
  readonly conflict: readonly string[];
  /** What is taken for granted, as sentences without a full stop. */
  readonly assumptions: readonly string[];
}

/** Puts a plan into words. */
export function reportEvacuation(evacuation: Evacuation, say: Say): EvacuationReport {
  const { host, leaving, steps, staying, conflict, isUncertain, assumptions } = evacuation;
  return {
    host: host.name,
    summary: say(summarize(evacuation)),
    isComplete: staying.length === 0,
    isProven: !isUncertain,
    steps: steps.map((step) => reportStep(step, say)),
    staying: leaving.filter(({ member }) => staying.includes(member)).map((each) => reportStaying(each, say)),
    conflict: conflict === undefined ? [] : describeConflict(conflict).map(say),
    assumptions: assumptions.map(say),
  };
}

function nameOf({ domain, file }: FleetMember): string {
  return domain.name === '' ? file : domain.name;
}

function summarize({ host, leaving, steps, isUncertain }: Evacuation): Message {
  const data = { host: host.name, count: String(leaving.length), placed: String(steps.length) };
  if (leaving.length === 0) return message('No domain runs on {host}', data);
  if (steps.length < leaving.length)
    return isUncertain
      ? message('{placed} of {count} domains can leave {host}, as far as was found out', data)
      : message('{placed} of {count} domains can leave {host}', data);
  const live = steps.filter(({ move }) => move.kind === 'live').length;
  if (live === steps.length) return message('All {count} domains can leave {host} while they run', data);
  return message('All {count} domains can leave {host}, {live} of them while they run', { ...data, live: String(live) });
}

function reportStep({ member, move: { to, kind, reasons, conditions } }: Step, say: Say): ReportedStep {
  const isLive = kind === 'live';
  return {
    ...{ name: nameOf(member), file: member.file, to: to.name, memory: member.domain.memory.needed },
    kind: isLive ? 'live' : 'shutdown',
    action: say(isLive ? message('migrate to {host}', { host: to.name }) : message('shut down, start on {host}', { host: to.name })),
    reasons: reasons.map(say),
    conditions: conditions.map(say),
  };
}

function reportStaying({ member, moves, best }: Leaving, say: Say): ReportedDomain {
  const reasons = moves.flatMap((move) => (move.kind === 'none' ? move.reasons.slice(0, 1) : [])).map(say);
  return {
    ...{ name: nameOf(member), file: member.file, memory: member.domain.memory.needed },
    couldGo: best !== 'none',
    reasons: moves.length === 0 ? [say(message('there is no other host'))] : [...new Set(reasons)],
  };
}

/** More names than these say no more. */
const MAX_NAMES = 5;

function describeConflict({ members, needed, rooms, excluded }: Conflict): readonly Message[] {
  const names = members.slice(0, MAX_NAMES).map(nameOf).join(', ');
  const more = members.length - MAX_NAMES;
  const data = { names, size: sizeOf(needed), more: String(more) };
  const who =
    members.length === 1
      ? message('{names} needs {size}.', data)
      : more > 0
        ? message('{names} and {more} more need {size} together.', data)
        : message('{names} need {size} together.', data);
  return [
    who,
    ...rooms.map(({ host, left }) => message('{host} has {size} left.', { host, size: sizeOf(left) })),
    ...excluded.map(({ reason }) => message('{reason}.', { reason })),
  ];
}
