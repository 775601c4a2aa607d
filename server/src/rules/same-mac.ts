import { defineRule } from '../linter/rule';
import { findRivals, wordsOf } from '../linter/rivals';

export default defineRule({
  meta: {
    id: 'same-mac',
    summary: 'Reports network interfaces of domains on one host that have the same MAC address.',
    rationale:
      'A bridge sends packets where it last saw their address: with two interfaces of one address, both lose connections now and then.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    subjects: ['vif'],
    fixable: 'never',
    messages: {
      default: '`{domain}` has an interface with the same MAC address on this host ({place})',
    },
    evidence: ['tools/libs/light/libxl_nic.c: libxl__device_nic_setdefault'],
  },
  *check(context) {
    for (const rivalry of findRivals(context, 'mac')) yield { message: 'default', range: rivalry.claim.range, data: wordsOf(rivalry) };
  },
});
