import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'unusual-value',
    summary: 'Reports a number outside the bounds that the documentation gives.',
    rationale: 'What happens depends on the host, for example on its scheduler: the value may be refused when the domain is created.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    evidence: ['tools/libs/light/libxl_sched.c: sched_credit2_domain_set'],
  },
});
