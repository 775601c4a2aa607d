import { CONFIGS_AND_TEMPLATES, defineRule, type Report } from '../linter/rule';
import { findForeignName } from '../options/foreign-names';
import { removeSetting } from '../linter/fixes/remove-setting';

export default defineRule({
  meta: {
    id: 'xend-option',
    summary: 'Reports a name that only the old xend toolstack read.',
    rationale:
      'xend went away with Xen 4.5. xl ignores its names silently, so whatever they set up is not there. A name whose loss changes nothing is only a hint.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      plain: '`{name}` is an option of the old xend toolstack: xl ignores it silently',
      replaced: '`{name}` is an option of the old xend toolstack: xl reads `{replacement}` instead',
      advised: '`{name}` is an option of the old xend toolstack: xl ignores it silently; {advice}',
    },
    evidence: ['tools/python/xen/xm/create.py (Xen 4.4)'],
  },
  *check({ model, allowedNames }) {
    for (const setting of model.settings) {
      const foreign = findForeignName(setting.name);
      if (foreign?.origin !== 'xend' || allowedNames.has(setting.name)) continue;
      const { replacement = '', advice, isMissed } = foreign;
      const message = advice !== undefined ? 'advised' : replacement !== '' ? 'replaced' : 'plain';
      yield {
        message,
        range: setting.nameRange,
        data: { name: setting.name, replacement, advice: advice ?? '' },
        ...(replacement === '' ? weighLoss(isMissed === true) : {}),
        fixes: [removeSetting(setting, model.tree.text)],
      };
    }
  },
});

/** Of a name that nothing replaces: what it set up can be missed, or it can go. */
function weighLoss(isMissed: boolean): Pick<Report, 'severity' | 'tag'> {
  return isMissed ? { severity: 'information' } : { severity: 'hint', tag: 'unnecessary' };
}
