/** The virtual NUMA nodes of a domain, as xl adds them up (xl_parse.c, parse_vnuma_config). */
import { wholeOf } from '../../schema/spec-text';
import type { Target } from '../../schema/target';
import { scanUnsigned } from '../../schema/c-text/c-number';
import type { XlValue } from '../../schema/xl-value';
import { splitPair } from '../../schema/c-text/fields';

export interface VnumaNode {
  /** MiB; undefined where nothing sets it, which counts as none. */
  readonly size: bigint | undefined;
  /** What the node adds to the memory of the domain: all its sizes, MiB. */
  readonly addedSize: bigint;
  readonly vcpuCount: number;
  readonly vcpus: ReadonlySet<number>;
  /** One for each place that the setting gives. */
  readonly distances: readonly number[];
  readonly pnode: number | undefined;
}

/** No host has as many nodes, and no domain as many vCPUs; about more of them nothing is said. */
const MAX_NODES = 1024;
const MAX_VCPUS = 65_536;

/** The nodes, or undefined where a value is none or a setting cannot be added up for certain. */
export function readVnuma(value: XlValue | undefined, target: Target): readonly VnumaNode[] | undefined {
  if (value?.kind !== 'list' || value.items.length > MAX_NODES) return undefined;
  const nodes: VnumaNode[] = [];
  let vcpuCount = 0;
  for (const node of value.items) {
    const read = node.kind === 'list' ? readNode(node.items, target, MAX_VCPUS - vcpuCount) : undefined;
    if (read === undefined) return undefined;
    vcpuCount += read.vcpuCount;
    nodes.push(read);
  }
  return nodes;
}

/** A node of which not all settings are read yet. */
interface NodeInWork extends VnumaNode {
  size: bigint | undefined;
  addedSize: bigint;
  vcpuCount: number;
  readonly vcpus: Set<number>;
  readonly distances: number[];
  pnode: number | undefined;
}

/** vCPUs of one node add up where they are given more than once; of the rest, the last counts. */
function readNode(items: readonly XlValue[], target: Target, maxVcpus: number): VnumaNode | undefined {
  const node: NodeInWork = { size: undefined, addedSize: 0n, vcpuCount: 0, vcpus: new Set(), distances: [], pnode: undefined };
  for (const item of items) {
    if (item.kind === 'list') continue;
    const pair = splitPair(wholeOf(item.text), target);
    const isRead = READERS[pair.key?.text ?? '']?.(pair.value?.text ?? '', node, maxVcpus);
    if (isRead === false) return undefined;
  }
  return node;
}

/** Takes a value over into a node; false where nothing certain can be said of it. */
type Reader = (text: string, node: NodeInWork, maxVcpus: number) => boolean;

const READERS: Readonly<Record<string, Reader>> = {
  size(text, node) {
    // strtoul stops at the first character that is not a digit.
    const digits = /^\s*\+?(\d{1,15})/.exec(text)?.[1];
    if (digits === undefined) return false;
    node.size = BigInt(digits);
    node.addedSize += node.size;
    return true;
  },
  vcpus(text, node, maxVcpus) {
    for (const part of text.split(',').filter((each) => each !== '')) {
      const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part);
      if (match === null) return false;
      const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
      // xl sees that a range is reversed, does not say so, and counts nothing.
      node.vcpuCount += Math.max(0, last - first + 1);
      if (node.vcpuCount > maxVcpus) return false;
      for (let vcpu = first; vcpu <= last; vcpu++) node.vcpus.add(vcpu);
    }
    return true;
  },
  vdistances(text, node) {
    const given = text.split(',').filter((part) => part !== '');
    for (const [index, part] of given.entries()) node.distances[index] = readNumber(part);
    return true;
  },
  pnode(text, node) {
    node.pnode = readNumber(text);
    return true;
  },
};

function readNumber(text: string): number {
  return Number(BigInt.asUintN(32, scanUnsigned(text, 10)?.value ?? 0n));
}
