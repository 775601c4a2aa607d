import { findPopulateOnDemand } from '../model/queries/populate-on-demand';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'populate-on-demand-at-risk',
    summary: 'Reports HVM domains that start with less memory than they may have, which is a risk when they move.',
    rationale:
      'Such a domain is populated on demand until its balloon driver runs. Reading its memory for the other host makes Xen allocate pages that it was not to have.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['memory'],
    fixable: 'never',
    migration: {
      strength: 'risks',
      reason: 'populate on demand',
      advice: 'Set `memory` and `maxmem` alike, or move the domain when its balloon driver is up.',
    },
    isOptIn: true,
    messages: {
      default:
        'The domain is populated on demand, because it may have more memory than it starts with; moving it before its balloon driver is up can fail',
    },
    evidence: ['docs/features/migration.pandoc: Known issues'],
  },
  *check({ model }) {
    const populated = model.domainType === 'hvm' ? findPopulateOnDemand(model) : undefined;
    if (populated !== undefined) yield { message: 'default', range: populated.range };
  },
});
