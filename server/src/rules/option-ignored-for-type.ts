import { message } from '../text/message';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { isKnownTo, typesReadBy } from '../schema/option';

export default defineRule({
  meta: {
    id: 'option-ignored-for-type',
    summary: 'Reports an option that xl does not read for this type of domain.',
    rationale: 'xl reads some options only for HVM, PV or PVH and silently skips them for the others.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    fileKinds: CONFIGS_AND_TEMPLATES,
    tag: 'unnecessary',
    messages: {
      default: '`{name}` only works in {types} domains, and this one is {type}: xl ignores it silently',
      implied: '`{name}` only works in {types} domains, and this one is {type} because it sets no `type`',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const { target, domainType, typeSetting } = model;
    for (const { name, nameRange, option } of model.settings) {
      if (option === undefined || !isKnownTo(option, target)) continue;
      const types = typesReadBy(option, target);
      if (types.includes(domainType)) continue;
      const [first = '', second] = types.map((type) => type.toUpperCase());
      const data = {
        name,
        type: domainType.toUpperCase(),
        types: second === undefined ? first : message('{first} and {second}', { first, second }),
      };
      const related = typeSetting === undefined ? [] : [{ range: typeSetting.range, message: message('The domain type is set here') }];
      yield { message: typeSetting === undefined ? 'implied' : 'default', range: nameRange, data, related };
    }
  },
});
