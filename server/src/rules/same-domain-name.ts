import { defineRule } from '../linter/rule';
import { findRivals, wordsOf } from '../linter/rivals';

export default defineRule({
  meta: {
    id: 'same-domain-name',
    summary: 'Reports domains of one host that have the same name.',
    rationale: 'libxl does not create a domain while another one of the same name is there, so only one of them can run at a time.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    subjects: ['name'],
    fixable: 'never',
    messages: {
      default: '`{domain}` has the same name on this host ({place})',
    },
    evidence: ['tools/libs/light/libxl_domain.c: libxl__domain_rename'],
  },
  *check(context) {
    for (const rivalry of findRivals(context, 'name')) yield { message: 'default', range: rivalry.claim.range, data: wordsOf(rivalry) };
  },
});
