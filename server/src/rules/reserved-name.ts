import { atomOf } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'reserved-name',
    summary: 'Reports a domain with the name of dom0.',
    rationale: 'Names are unique on a host, and there is always a domain with this one.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['name'],
    fixable: 'never',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'dom0 has the name `Domain-0`: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_domain.c: libxl__domain_rename'],
  },
  *check({ model }) {
    const name = model.byName.get('name');
    if (name !== undefined && atomOf(name)?.text === 'Domain-0') yield { message: 'default', range: name.valueRange };
  },
});
