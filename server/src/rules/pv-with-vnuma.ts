import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { itemCountOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'pv-with-vnuma',
    summary: 'Reports virtual NUMA nodes in the config of a PV domain.',
    rationale: 'xl reads them, but libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['vnuma'],
    fixable: 'never',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'A PV domain cannot have virtual NUMA nodes: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_config_setdefault'],
  },
  *check({ model }) {
    const setting = model.byName.get('vnuma');
    if (setting !== undefined && model.domainType === 'pv' && itemCountOf(setting) > 0)
      yield { message: 'default', range: setting.nameRange };
  },
});
