/** Chooses of the configs that arguments name those that a run is for. */
import { message, type Message } from '../../text/message';
import type { ConfigSource } from '../checked-share';
import type { ProjectReader } from '../project';
import type { Terminal } from '../terminal';
import { ConfigFinder, type FoundConfigs } from './find-configs';

/** One of several runs that share the files. */
export interface Shard {
  /** From 1 on. */
  readonly index: number;
  readonly count: number;
}

export interface Selection {
  readonly args: readonly string[];
  /** Only what differs from a commit: the last one, or where the branch left this reference. */
  readonly changed: true | string | undefined;
  readonly shard: Shard | undefined;
  /** All files together are one config. */
  readonly isOne: boolean;
  /** Files that are named count as those of folders do: if they are configs that nothing leaves out. */
  readonly skipsOthers: boolean;
}

export interface SelectedConfigs extends Pick<FoundConfigs, 'folders' | 'problems'> {
  readonly sources: readonly ConfigSource[];
  /** Only some of what was found is chosen, and none is fine. */
  readonly isNarrowed: boolean;
}

/** @returns why nothing can be chosen, as a sentence */
export async function selectConfigs(
  terminal: Terminal,
  projects: ProjectReader,
  { args, changed, shard, isOne, skipsOthers }: Selection,
): Promise<SelectedConfigs | Message> {
  const { sources: found, folders, problems } = await new ConfigFinder(terminal, projects, { skipsOthers }).find(args);
  let chosen = [...found];
  if (changed !== undefined) {
    const differing = await terminal.folders.changedSince(changed === true ? undefined : changed);
    if ('template' in differing) return differing;
    const isDifferent = await Promise.all(chosen.map(async ([path]) => differing.has(await terminal.folders.realPath(path))));
    chosen = chosen.filter((_entry, index) => isDifferent[index]);
  }
  if (shard !== undefined) chosen = chosen.filter(([, { parts }]) => shardOf(parts.join('\n'), shard.count) === shard.index);
  const sources = chosen.map(([, source]) => source);
  const isNarrowed = changed !== undefined || shard !== undefined || skipsOthers;
  if (!isOne) return { sources, folders, problems, isNarrowed };
  return { sources: sources.length === 0 ? [] : [{ parts: sources.flatMap(({ parts }) => parts) }], folders, problems, isNarrowed };
}

/** The share of a path, which stays the same whatever other files come and go (FNV-1a). */
function shardOf(path: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < path.length; index++) hash = Math.imul(hash ^ path.charCodeAt(index), 0x01000193);
  // The lower bits of similar names are too much alike.
  return (((hash ^ (hash >>> 15)) >>> 0) % count) + 1;
}

/** Reads `I/N`. */
export function parseShard(text: string): Shard | Message {
  const [, index = '', count = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : message('It has to be I/N, such as 1/4.');
}
