import type { TextRange } from '../text/text-range';
import type { DomainModel } from '../model/domain-model';
import { defineRule, type Report } from '../linter/rule';
import { findVideoMemory } from '../model/queries/video-memory';
import type { Setting } from '../model/setting';
import { readVnuma, type VnumaNode } from '../specs/vnuma/vnuma';

const MESSAGES = {
  twice: 'vCPU {vcpu} is in another node already: libxl refuses the domain',
  missing: 'vCPU {vcpu} is in no node: libxl refuses the domain',
  distance: 'The node is farther from itself ({own}) than from node {other} ({distance}): libxl refuses the domain',
  video: 'The first node ({size} MiB) is smaller than the video memory ({video} MiB): libxl refuses the domain',
  nothingLeft: 'The nodes have nothing but the video memory ({video} MiB): libxl crashes',
} as const;

export default defineRule({
  meta: {
    id: 'vnuma-refused',
    summary: 'Reports virtual NUMA nodes that libxl refuses.',
    rationale:
      'Every vCPU belongs to exactly one node, a node is nowhere nearer than to itself, and the memory of the video card comes out of the first node.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['vnuma'],
    fixable: 'never',
    messages: MESSAGES,
    evidence: [
      'tools/libs/light/libxl_vnuma.c: libxl__vnuma_config_check',
      'tools/libs/light/libxl_vnuma.c: libxl__vnuma_build_vmemrange_hvm',
    ],
  },
  *check({ model }) {
    const vnuma = model.byName.get('vnuma');
    const nodes = readVnuma(vnuma?.value, model.target);
    if (vnuma?.value?.kind !== 'list' || nodes === undefined || nodes.length === 0 || model.domainType === 'pv') return;
    const ranges = vnuma.value.items.map(({ range }) => range);
    yield* checkVcpus(nodes, ranges, vnuma);
    yield* checkDistances(nodes, ranges);
    yield* checkVideo(nodes, ranges, model);
  },
});

type NodeReport = Report<typeof MESSAGES>;

/** The memory of the card comes out of the first node. */
function* checkVideo(nodes: readonly VnumaNode[], [range]: readonly TextRange[], model: DomainModel): Generator<NodeReport> {
  const size = nodes[0]?.size;
  const video = model.domainType === 'hvm' ? findVideoMemory(model) : undefined;
  if (size === undefined || range === undefined || video === undefined) return;
  const isAll = nodes.every((node, index) => node.size === (index === 0 ? video : 0n));
  if (size < video) yield { message: 'video', range, data: { size: String(size), video: String(video) } };
  else if (isAll) yield { message: 'nothingLeft', range, data: { video: String(video) } };
}

/** xl counts the vCPUs of all nodes, so one that is twice in a node makes another one missing. */
function* checkVcpus(nodes: readonly VnumaNode[], ranges: readonly TextRange[], vnuma: Setting): Generator<NodeReport> {
  const owners = new Map<number, number>();
  for (const [index, { vcpus }] of nodes.entries()) {
    const taken = [...vcpus].find((vcpu) => owners.has(vcpu));
    if (taken !== undefined) yield { message: 'twice', range: ranges[index] ?? vnuma.range, data: { vcpu: String(taken) } };
    for (const vcpu of vcpus) owners.set(vcpu, index);
  }
  const count = nodes.reduce((sum, { vcpuCount }) => sum + vcpuCount, 0);
  const hasRepeat = owners.size < count;
  const missing = hasRepeat ? undefined : Array.from({ length: count }, (_, vcpu) => vcpu).find((vcpu) => !owners.has(vcpu));
  if (missing !== undefined) yield { message: 'missing', range: vnuma.nameRange, data: { vcpu: String(missing) } };
}

function* checkDistances(nodes: readonly VnumaNode[], ranges: readonly TextRange[]): Generator<NodeReport> {
  for (const [index, { distances }] of nodes.entries()) {
    const own = distances[index] ?? 0;
    // Nothing is below 0; a distance that is not given counts as 0, so the search ends after those that are.
    const other = own === 0 ? -1 : nodes.findIndex((_, each) => each !== index && (distances[each] ?? 0) < own);
    const range = ranges[index];
    if (other < 0 || range === undefined) continue;
    yield { message: 'distance', range, data: { own: String(own), other: String(other), distance: String(distances[other] ?? 0) } };
  }
}
