import { message } from '../text/message';
import { isRead } from '../model/domain-model';
import { switchOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'nested-without-hap',
    summary: 'Reports nested virtualisation without hardware assisted paging.',
    rationale: 'Xen refuses to create such a domain, and libxl only shows "Invalid argument"; the reason stands in the log of Xen.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['nestedhvm'],
    since: '4.15',
    fixable: 'never',
    messages: {
      default: '`nestedhvm` needs hardware assisted paging: Xen refuses the domain with "Invalid argument". Set `hap = 1`',
    },
    evidence: ['xen/arch/x86/domain.c: arch_sanitise_domain_config'],
  },
  *check({ model }) {
    const { byName, domainType, target } = model;
    const [nested, hap] = [byName.get('nestedhvm'), byName.get('hap')];
    if (nested === undefined || hap === undefined || domainType === 'pv') return;
    if (switchOf(nested) !== true || switchOf(hap) !== false) return;
    if (!isRead(nested, target, domainType) || !isRead(hap, target, domainType)) return;
    const related = [{ range: hap.range, message: message('The paging is switched off here') }];
    yield { message: 'default', range: nested.nameRange, related };
  },
});
