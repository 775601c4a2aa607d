import { message } from '../text/message';
import { atomOf, itemCountOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'passthrough-disabled-with-devices',
    summary: 'Reports devices in a domain whose passthrough is switched off.',
    rationale: 'libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['passthrough'],
    since: '4.13',
    fixable: 'never',
    messages: {
      default: 'Passthrough is disabled, so the domain cannot have devices in `{name}`: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_config_setdefault'],
  },
  *check({ model }) {
    const mode = model.byName.get('passthrough');
    if (mode === undefined || atomOf(mode)?.text.toLowerCase() !== 'disabled') return;
    for (const name of ['pci', 'dtdev'] as const) {
      const setting = model.byName.get(name);
      if (setting === undefined || itemCountOf(setting) === 0) continue;
      const related = [{ range: mode.range, message: message('It is disabled here') }];
      yield { message: 'default', range: setting.nameRange, data: { name }, related };
    }
  },
});
