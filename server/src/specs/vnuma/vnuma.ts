/** The virtual NUMA nodes of a domain, as xl adds them up (xl_parse.c, parse_vnuma_config). */
import { wholeOf } from '../spec-text';
import type { Target } from '../../schema/target';
import type { XlValue } from '../../schema/xl-value';
import { splitPair } from '../key-value';

export interface VnumaNode {
  /** MiB. */
  readonly size: bigint;
  readonly vcpuCount: number;
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

/** Sizes and vCPUs of one node add up where they are given more than once. */
function readNode(items: readonly XlValue[], target: Target): VnumaNode | undefined {
  let size = 0n;
  let vcpuCount = 0;
  for (const item of items) {
    if (item.kind === 'list') continue;
    const pair = splitPair(wholeOf(item.text), target);
    const [key, value] = [pair.key?.text ?? '', pair.value?.text ?? ''];
    if (key === 'size') {
      // strtoul stops at the first character that is no digit.
      const digits = /^\s*\+?(\d{1,15})/.exec(value)?.[1];
      if (digits === undefined) return undefined;
      size += BigInt(digits);
    } else if (key === 'vcpus') {
      const count = countVcpus(value);
      if (count === undefined) return undefined;
      vcpuCount += count;
    }
  }
  return { size, vcpuCount };
}

function countVcpus(text: string): number | undefined {
  let count = 0;
  for (const part of text.split(',').filter((each) => each !== '')) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part);
    if (match === null) return undefined;
    const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
    // xl sees that a range is reversed, does not say so, and counts nothing.
    count += Math.max(0, last - first + 1);
  }
  return count;
}
