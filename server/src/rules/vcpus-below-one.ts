import { writeInstead } from '../linter/fixes/write-instead';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { numberOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'vcpus-below-one',
    summary: 'Reports a number of vCPUs below one, which xl takes for one.',
    rationale: 'Since Xen 4.22 such a number is silently raised to 1.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['vcpus'],
    since: '4.22',
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'xl silently takes {value} for 1',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const setting = model.byName.get('vcpus');
    const value = numberOf(setting);
    if (setting === undefined || value === undefined || value >= 1n) return;
    const range = setting.valueRange;
    yield { message: 'default', range, data: { value: String(value) }, fixes: [writeInstead(range, '1', 'safe')] };
  },
});
