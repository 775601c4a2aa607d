/** What was found out about files on the host before the rules run. */
import type { Message } from '../text/message';
import type { ImageReport } from '../kernel/inspect';

/** A file that a config names. Everything that was not looked at is silence to the rules. */
export type FileFact =
  | { readonly state: 'not-checked' }
  /** `folder` is where it was looked for, if `roots` says where that is; `near` are files that may be meant, as a config would name them. */
  | { readonly state: 'missing'; readonly folder?: string; readonly near?: readonly string[] }
  /** `reason` is a phrase such as "is a directory". */
  | { readonly state: 'unreadable'; readonly reason: Message }
  | { readonly state: 'image'; readonly report: ImageReport; readonly beside: readonly NeighbourImage[] };

/** Another image in the folder of one that does not boot. */
export interface NeighbourImage {
  /** As a config would name it. */
  readonly path: string;
  readonly report: ImageReport;
}

/** Facts about one config. */
export interface HostFacts {
  /** By the path as the config writes it. */
  readonly files: ReadonlyMap<string, FileFact>;
  /** Whether something is at a place of the host itself; only where this machine is that host. */
  readonly places: ReadonlyMap<string, boolean>;
}

export const NO_FACTS: HostFacts = { files: new Map(), places: new Map() };

/** What is known of the file that a setting names. */
export function factOf(facts: HostFacts, path: string | undefined): FileFact {
  return (path === undefined ? undefined : facts.files.get(path)) ?? { state: 'not-checked' };
}

/** Whether two looks found the same; images are the same while nobody wrote to them, because they are looked into once. */
export function haveSameFacts(first: HostFacts, second: HostFacts): boolean {
  if (first.files.size !== second.files.size || first.places.size !== second.places.size) return false;
  const hasSamePlaces = [...first.places].every(([place, isThere]) => second.places.get(place) === isThere);
  return hasSamePlaces && [...first.files].every(([path, fact]) => isSameFact(fact, second.files.get(path)));
}

function isSameFact(fact: FileFact, other: FileFact | undefined): boolean {
  if (fact.state !== 'image' || other?.state !== 'image') return fact.state === other?.state && detailOf(fact) === detailOf(other);
  const hasSameNeighbours =
    fact.beside.length === other.beside.length &&
    fact.beside.every(({ path, report }, index) => other.beside[index]?.path === path && other.beside[index].report === report);
  return fact.report === other.report && hasSameNeighbours;
}

function detailOf(fact: FileFact): string | undefined {
  if (fact.state === 'missing') return fact.near?.join('\n');
  return fact.state === 'unreadable' ? fact.reason.template : undefined;
}
