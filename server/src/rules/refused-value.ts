import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'refused-value',
    summary: 'Reports a text that is none of the values that the option can have.',
    rationale: 'xl compares the text with a fixed set and stops when it is not in it. Most options want lower case.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
});
