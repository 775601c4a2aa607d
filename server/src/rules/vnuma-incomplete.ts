import { defineRule } from '../linter/rule';
import { readVnuma, type VnumaNode } from '../specs/vnuma/vnuma';

export default defineRule({
  meta: {
    id: 'vnuma-incomplete',
    summary: 'Reports virtual NUMA nodes that do not say all of what a node is.',
    rationale:
      'The manual calls all four settings of a node mandatory, but xl takes 0 for each that is missing, and writes surplus distances past the end of its array, all of it silently.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['vnuma'],
    fixable: 'never',
    messages: {
      missing: 'The node does not say `{key}`, so xl takes 0 for it',
      tooMany: 'There are {count} distances for {nodes} nodes, and xl writes the surplus ones past the end of its array',
    },
    evidence: ['tools/xl/xl_parse.c: parse_vnuma_config'],
  },
  *check({ model }) {
    const vnuma = model.byName.get('vnuma');
    const nodes = readVnuma(vnuma?.value, model.target);
    if (vnuma?.value?.kind !== 'list' || nodes === undefined) return;
    for (const [index, { range }] of vnuma.value.items.entries()) {
      const node = nodes[index];
      if (node === undefined) continue;
      const { distances } = node;
      for (const key of missingKeys(node)) yield { message: 'missing', range, data: { key } };
      if (distances.length > nodes.length)
        yield { message: 'tooMany', range, data: { count: String(distances.length), nodes: String(nodes.length) } };
    }
  },
});

function missingKeys({ pnode, size, vcpuCount, distances }: VnumaNode): readonly string[] {
  return [
    ...(pnode === undefined ? ['pnode'] : []),
    ...(size === undefined ? ['size'] : []),
    ...(vcpuCount === 0 ? ['vcpus'] : []),
    ...(distances.length === 0 ? ['vdistances'] : []),
  ];
}
