/** A topology as a page shows it. */
import type { Say } from '../messages/say';
import { closedAtFirst } from './blocks';
import { writeSvg } from './svg';
import type { Topology } from './topology';
import { outlineOf } from './words';

export interface TopologyPage {
  /** An `svg` element without a style. */
  readonly svg: string;
  /** The same in words. */
  readonly outline: readonly { readonly id?: string; readonly depth: 0 | 1 | 2; readonly text: string }[];
  /** What is closed in the picture. */
  readonly closed: readonly string[];
}

export function topologyPage(topology: Topology, say: Say, closed: readonly string[] = closedAtFirst(topology)): TopologyPage {
  return {
    svg: writeSvg(topology, { closed: new Set(closed), isForPage: true }, say),
    outline: outlineOf(topology).map((line) => ({ ...line, text: say(line.text) })),
    closed,
  };
}
