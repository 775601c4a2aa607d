import { defineRule } from '../linter/rule';
import { isRead } from '../model/domain-model';

const ARCHITECTURE_NAMES = { x86: 'x86', arm: 'Arm' } as const;

export default defineRule({
  meta: {
    id: 'option-ignored-for-arch',
    summary: 'Reports an option that means nothing on the target architecture.',
    rationale: 'xl reads it, and nothing comes of it.',
    category: 'correctness',
    severity: 'hint',
    fixable: 'never',
    tag: 'unnecessary',
    messages: {
      default: '`{name}` has an effect on {arch} only, and this config is for {target}',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const { target, domainType } = model;
    for (const setting of model.settings) {
      const arch = setting.option?.arch;
      if (arch === undefined || arch === target.arch || !isRead(setting, target, domainType)) continue;
      const data = { name: setting.name, arch: ARCHITECTURE_NAMES[arch], target: ARCHITECTURE_NAMES[target.arch] };
      yield { message: 'default', range: setting.nameRange, data };
    }
  },
});
