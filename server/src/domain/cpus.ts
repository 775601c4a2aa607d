/** vCPUs, where they may run, and virtual NUMA nodes (xl_parse.c, parse_vcpu_affinity and parse_vnuma_config). */
import { MAX_LISTED_VCPUS } from '../schema/domain-field';
import { readCpuList } from '../specs/cpu-list/cpu-list-spec';
import { readVnuma, type VnumaNode } from '../specs/vnuma/vnuma';
import { leadingAtoms } from '../schema/xl-value';
import { type Json, type JsonObject, setAt, valueAt } from '../text/json';
import type { HostTopology, SettingReader } from './setting-reader';

export function readCpus(reader: SettingReader, domain: JsonObject): void {
  const vcpus = Number(reader.number('vcpus') ?? 0n);
  readNodes(reader, domain);
  const target = valueAt(domain, 'b_info.target_memkb');
  if (valueAt(domain, 'b_info.max_memkb') === undefined && target !== undefined) setAt(domain, 'b_info.max_memkb', target);
  if (valueAt(domain, 'b_info.max_vcpus') === undefined && vcpus !== 0) setAt(domain, 'b_info.max_vcpus', vcpus);
  const limit = Number(valueAt(domain, 'b_info.max_vcpus') ?? 0);
  readAffinity(reader, domain, 'cpus', limit);
  readAffinity(reader, domain, 'cpus_soft', limit);
}

function readNodes(reader: SettingReader, domain: JsonObject): void {
  const nodes = readVnuma(reader.find('vnuma')?.value, reader.target) ?? [];
  if (nodes.length === 0) return;
  const limit = bitmapSize(Number(valueAt(domain, 'b_info.max_vcpus') ?? 0), reader.host);
  setAt(
    domain,
    'b_info.vnuma_nodes',
    nodes.map((node) => toNode(node, nodes.length, limit)),
  );
  if (nodes.some(({ pnode }) => pnode !== undefined)) setAt(domain, 'b_info.numa_placement', 'False');
  const [size, count] = [nodes.reduce((sum, node) => sum + node.addedSize, 0n), nodes.reduce((sum, node) => sum + node.vcpuCount, 0)];
  setAt(domain, 'b_info.max_memkb', Number(size * 1024n));
  if (count > 0) setAt(domain, 'b_info.max_vcpus', count);
}

/** libxl drops vCPUs that do not fit into a bitmap of whole bytes; without a number of vCPUs it has the size of the host. */
function bitmapSize(maxVcpus: number, host: HostTopology): number {
  return maxVcpus === 0 ? (host.cpus ?? Infinity) : Math.ceil(maxVcpus / 8) * 8;
}

function toNode({ size, vcpus, distances, pnode }: VnumaNode, nodeCount: number, limit: number): JsonObject {
  const listed = [...vcpus].filter((vcpu) => vcpu < limit).sort((a, b) => a - b);
  return {
    ...(size === undefined ? {} : { memkb: Number(size * 1024n) }),
    distances: Array.from({ length: nodeCount }, (_, index) => distances[index] ?? 0),
    ...(pnode === undefined || pnode === 0 ? {} : { pnode }),
    ...(listed.length === 0 ? {} : { vcpus: listed }),
  };
}

/** A string holds for all vCPUs, a list for one each. */
function readAffinity(reader: SettingReader, domain: JsonObject, name: 'cpus' | 'cpus_soft', limit: number): void {
  const value = reader.find(name)?.value;
  if (value === undefined) return;
  if (value.kind === 'list' || name === 'cpus_soft') setAt(domain, 'b_info.numa_placement', 'False');
  const listed = Math.min(limit, MAX_LISTED_VCPUS);
  const texts = value.kind === 'list' ? leadingAtoms(value).map(({ text }) => text) : Array.from({ length: listed }, () => value.text);
  const lists = texts.slice(0, listed).map((text): Json => readCpuList(text, reader.host.cpus) ?? text);
  if (lists.length > 0) setAt(domain, `b_info.vcpu_${name === 'cpus' ? 'hard' : 'soft'}_affinity`, lists);
}
