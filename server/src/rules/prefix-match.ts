import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'prefix-match',
    summary: 'Reports a value that xl only takes because another one begins with it.',
    rationale:
      'xl compares the value as far as it goes: `"h"` is HVM, and the empty string is the first value of the list. A typing error can choose another domain type that way.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'always',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
});
