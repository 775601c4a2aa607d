import { message } from '../text/message';
import { findAltp2m } from '../model/queries/altp2m';
import { switchOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { isRead } from '../model/domain-model';

export default defineRule({
  meta: {
    id: 'nested-with-altp2m',
    summary: 'Reports nested virtualisation together with alternate memory views.',
    rationale: 'The two do not go together, and libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['nestedhvm'],
    fixable: 'never',
    messages: {
      default: '`nestedhvm` and `{other}` exclude each other: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_config_setdefault'],
  },
  *check({ model }) {
    const { byName, domainType, target } = model;
    const nested = byName.get('nestedhvm');
    if (nested === undefined || domainType === 'pv' || switchOf(nested) !== true || !isRead(nested, target, domainType)) return;
    const other = findAltp2m(model);
    if (other === undefined) return;
    const related = [{ range: other.range, message: message('The views are switched on here') }];
    yield { message: 'default', range: nested.nameRange, data: { other: other.name }, related };
  },
});
