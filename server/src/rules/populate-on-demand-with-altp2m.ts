import { message } from '../text/message';
import { defineRule } from '../linter/rule';
import { findAltp2m } from '../model/queries/altp2m';
import { findPopulateOnDemand } from '../model/queries/populate-on-demand';

export default defineRule({
  meta: {
    id: 'populate-on-demand-with-altp2m',
    summary: 'Reports alternate memory views in a domain that starts with less memory than it can have.',
    rationale:
      'With `maxmem` above `memory` an HVM or PVH domain is populated on demand, which does not go with alternate views of its memory: libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['altp2m', 'altp2mhvm'],
    since: '4.8',
    fixable: 'never',
    messages: {
      default: '`{name}` does not go with less memory than `maxmem` ({max} MiB): libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_config_setdefault'],
  },
  *check({ model }) {
    const limit = findPopulateOnDemand(model);
    const views = findAltp2m(model);
    if (limit === undefined || views === undefined) return;
    const related = [{ range: limit.range, message: message('The limit is set here') }];
    yield { message: 'default', range: views.nameRange, data: { name: views.name, max: String(limit.max) }, related };
  },
});
