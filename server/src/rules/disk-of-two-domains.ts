import { defineRule } from '../linter/rule';
import { findRivals, wordsOf } from '../linter/rivals';

export default defineRule({
  meta: {
    id: 'disk-of-two-domains',
    summary: 'Reports disks that several domains of one host have, where one of them can write.',
    rationale:
      'File systems do not expect that somebody else writes: the disk is damaged soon. The hotplug script refuses the second domain where it notices.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    subjects: ['disk'],
    fixable: 'never',
    messages: {
      default: '`{domain}` has this disk too ({place}), and not both of them only read it',
    },
    evidence: ['tools/hotplug/Linux/block: check_sharing'],
  },
  *check(context) {
    for (const rivalry of findRivals(context, 'disk')) yield { message: 'default', range: rivalry.claim.range, data: wordsOf(rivalry) };
  },
});
