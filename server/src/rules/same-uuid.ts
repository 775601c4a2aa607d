import { defineRule } from '../linter/rule';
import { findRivals, wordsOf } from '../linter/rivals';

export default defineRule({
  meta: {
    id: 'same-uuid',
    summary: 'Reports domains of one host that have the same UUID.',
    rationale:
      'Xen takes the UUID for the identity of a domain, and xenstore and management tools keep what belongs to a domain under it: with two of them, one overwrites the other.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    subjects: ['uuid'],
    fixable: 'never',
    messages: {
      default: '`{domain}` has the same UUID on this host ({place})',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_make'],
  },
  *check(context) {
    for (const rivalry of findRivals(context, 'uuid')) yield { message: 'default', range: rivalry.claim.range, data: wordsOf(rivalry) };
  },
});
