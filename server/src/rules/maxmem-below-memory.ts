import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { numberOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'maxmem-below-memory',
    summary: 'Reports a memory limit below the memory at start.',
    rationale: 'The manual page forbids it, but neither xl nor libxl checks. The domain starts with the smaller amount at best.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['maxmem'],
    fixable: 'never',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: '`maxmem` ({max} MiB) is below `memory` ({memory} MiB), which the manual forbids and xl does not check',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'docs/man/xl.cfg.5.pod.in'],
  },
  *check({ model }) {
    const memory = numberOf(model.byName.get('memory'));
    const limit = model.byName.get('maxmem');
    const max = numberOf(limit);
    if (limit === undefined || memory === undefined || max === undefined || max >= memory) return;
    yield { message: 'default', range: limit.valueRange, data: { max: String(max), memory: String(memory) } };
  },
});
