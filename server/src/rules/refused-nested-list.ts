import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'refused-nested-list',
    summary: 'Reports a list inside a list where xl refuses it or crashes.',
    rationale: 'For some options xl asks each item for its text without checking that it has one.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
});
