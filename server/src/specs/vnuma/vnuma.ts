/** The virtual NUMA nodes of a domain, as xl adds them up (xl_parse.c, parse_vnuma_config). */
import { wholeOf } from '../../schema/spec-text';
import type { Target } from '../../schema/target';
import { scanUnsigned } from '../../schema/value-types/c-number';
import type { XlValue } from '../../schema/xl-value';
import { splitPair } from '../key-value';

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

/** The nodes, or undefined where a value is none or a setting cannot be added up for certain. */
export function readVnuma(value: XlValue | undefined, target: Target): readonly VnumaNode[] | undefined {
  if (value?.kind !== 'list') return undefined;
  const nodes: VnumaNode[] = [];
  for (const node of value.items) {
    const read = node.kind === 'list' ? readNode(node.items, target) : undefined;
    if (read === undefined) return undefined;
    nodes.push(read);
  }
  return nodes;
}

/** vCPUs of one node add up where they are given more than once; of the rest, the last counts. */
function readNode(items: readonly XlValue[], target: Target): VnumaNode | undefined {
  let node: VnumaNode = { size: undefined, addedSize: 0n, vcpuCount: 0, vcpus: new Set(), distances: [], pnode: undefined };
  for (const item of items) {
    if (item.kind === 'list') continue;
    const pair = splitPair(wholeOf(item.text), target);
    const change = READERS[pair.key?.text ?? '']?.(pair.value?.text ?? '', node);
    if (change === null) return undefined;
    node = { ...node, ...change };
  }
  return node;
}

type Reader = (text: string, node: VnumaNode) => Partial<VnumaNode> | null;

const READERS: Readonly<Record<string, Reader>> = {
  size(text, { addedSize }) {
    // strtoul stops at the first character that is no digit.
    const digits = /^\s*\+?(\d{1,15})/.exec(text)?.[1];
    return digits === undefined ? null : { size: BigInt(digits), addedSize: addedSize + BigInt(digits) };
  },
  vcpus(text, node) {
    const listed = listVcpus(text);
    return listed === undefined ? null : { vcpuCount: node.vcpuCount + listed.length, vcpus: new Set([...node.vcpus, ...listed]) };
  },
  vdistances: (text, { distances }) => {
    const given = text
      .split(',')
      .filter((part) => part !== '')
      .map(readNumber);
    return { distances: [...given, ...distances.slice(given.length)] };
  },
  pnode: (text) => ({ pnode: readNumber(text) }),
};

function readNumber(text: string): number {
  return Number(BigInt.asUintN(32, scanUnsigned(text, 10)?.value ?? 0n));
}

function listVcpus(text: string): readonly number[] | undefined {
  const vcpus: number[] = [];
  for (const part of text.split(',').filter((each) => each !== '')) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part);
    if (match === null) return undefined;
    const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
    // xl sees that a range is reversed, does not say so, and counts nothing.
    for (let vcpu = first; vcpu <= last; vcpu++) vcpus.push(vcpu);
  }
  return vcpus;
}
