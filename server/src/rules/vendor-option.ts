import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { findForeignName } from '../options/foreign-names';
import { message } from '../text/message';

export default defineRule({
  meta: {
    id: 'vendor-option',
    summary: 'Reports options that only the xl of a vendor reads, once a file.',
    rationale:
      'Vendors of embedded and graphics solutions ship an xl that reads more. That of the Xen project ignores these names silently. Where your xl reads them, say so in `allow.options` of the project file.',
    category: 'correctness',
    severity: 'hint',
    fixable: 'never',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'Only the xl of some vendors reads `{name}`; that of the Xen project ignores it silently',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: find'],
  },
  *check({ model, allowedNames }) {
    const [first, ...others] = model.settings.filter(({ name }) => findForeignName(name)?.origin === 'vendor' && !allowedNames.has(name));
    if (first === undefined) return;
    const related = others.map(({ name, nameRange }) => ({ range: nameRange, message: message('So it is with `{name}`', { name }) }));
    yield { message: 'default', range: first.nameRange, data: { name: first.name }, related };
  },
});
