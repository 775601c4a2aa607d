import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { isSince } from '../schema/xen-version';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'option-too-new',
    summary: 'Reports an option that a later release of Xen brought.',
    rationale: 'The xl of the target release does not read the option and ignores it silently.',
    category: 'compatibility',
    severity: 'warning',
    fixable: 'never',
    kinds: EVERY_KIND,
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      tooNew: '`{name}` is read since Xen {since}; xl {target} ignores it silently',
      pointRelease: '`{name}` is read since Xen {point}, so not by every xl {target}',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const target = model.target.xen;
    for (const { name, nameRange, option } of model.settings) {
      if (option?.since === undefined || isSince(target, option.since)) continue;
      yield { message: 'tooNew', range: nameRange, data: { name, since: option.since, target } };
    }
  },
});
