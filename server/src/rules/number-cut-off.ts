import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'number-cut-off',
    summary: 'Reports a number that does not fit the field in which xl keeps it.',
    rationale: 'xl does not check the size: the upper bits are cut off without a word, and the domain gets the number that is left.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
});
