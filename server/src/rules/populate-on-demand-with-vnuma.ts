import { defineRule } from '../linter/rule';
import { findPopulateOnDemand } from '../model/queries/populate-on-demand';
import { readVnuma } from '../specs/vnuma/vnuma';

export default defineRule({
  meta: {
    id: 'populate-on-demand-with-vnuma',
    summary: 'Reports virtual NUMA nodes in a domain that starts with less memory than it can have.',
    rationale:
      'With `memory` below `maxmem`, or below the sum of the nodes, an HVM or PVH domain is populated on demand, which does not go with virtual NUMA: libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['vnuma'],
    fixable: 'never',
    messages: {
      default: 'A domain with virtual NUMA nodes cannot start with less than all its memory ({max} MiB): libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_config_setdefault'],
  },
  *check({ model }) {
    const vnuma = model.byName.get('vnuma');
    const limit = findPopulateOnDemand(model);
    if (limit === undefined || vnuma === undefined || (readVnuma(vnuma.value, model.target) ?? []).length === 0) return;
    yield { message: 'default', range: vnuma.nameRange, data: { max: String(limit.max) } };
  },
});
