import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { isRead } from '../model/domain-model';
import { atomOf, numberOf } from '../model/setting';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'switch-above-one',
    summary: 'Reports a switch that is given another number than 0 or 1.',
    rationale:
      'xl takes any number but 0 for "on". Another one is often meant for the option beside it, such as `vncdisplay` for `vncunused`.',
    category: 'correctness',
    severity: 'information',
    fixable: 'never',
    kinds: EVERY_KIND,
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: '`{name}` is a switch: xl takes {text} for 1',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu_cfg_get_defbool'],
  },
  *check({ model }) {
    for (const setting of model.byName.values()) {
      const atom = atomOf(setting);
      const number = numberOf(setting);
      if (setting.option?.type.kind !== 'boolean' || atom === undefined || number === undefined || number === 0n || number === 1n) continue;
      if (setting.parts.every((part) => isRead(part, model.target, model.domainType)))
        yield { message: 'default', range: atom.range, data: { name: setting.name, text: atom.text } };
    }
  },
});
