import { defineRule } from '../linter/rule';
import { isRead } from '../model/domain-model';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'missing-companion-option',
    summary: 'Reports an option that makes little sense without another one.',
    rationale: 'xl warns about it and goes on.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    kinds: EVERY_KIND,
    messages: {
      default: '`{name}` should come with `{other}`; xl warns without it',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    for (const setting of model.byName.values()) {
      const other = setting.option?.companion;
      if (other === undefined || model.byName.has(other) || !isRead(setting, model.target, model.domainType)) continue;
      yield { message: 'default', range: setting.nameRange, data: { name: setting.name, other } };
    }
  },
});
