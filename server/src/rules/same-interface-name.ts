import { defineRule } from '../linter/rule';
import { findRivals, wordsOf } from '../linter/rivals';

export default defineRule({
  meta: {
    id: 'same-interface-name',
    summary: 'Reports network interfaces of domains on one host that have the same name in dom0.',
    rationale:
      'The hotplug script gives the interface its name, which only one interface of dom0 can have: the second domain does not start.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    subjects: ['vif'],
    fixable: 'never',
    messages: {
      default: '`{domain}` has an interface of the same name on this host ({place})',
    },
    evidence: ['tools/hotplug/Linux/vif-common.sh'],
  },
  *check(context) {
    for (const rivalry of findRivals(context, 'interface'))
      yield { message: 'default', range: rivalry.claim.range, data: wordsOf(rivalry) };
  },
});
