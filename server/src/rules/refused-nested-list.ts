/** Reports a list inside a list where xl refuses it or crashes. */
import { defineValueRule } from './value-rule';

export default defineValueRule({
  meta: {
    id: 'refused-nested-list',
    summary: 'Reports a list inside a list where xl refuses it or crashes.',
    rationale: 'For some options xl asks each item for its text without checking that it has one.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    messages: {
      refused: 'An item of `{name}` cannot be a list: xl refuses the file',
      crashes: 'An item of `{name}` cannot be a list: xl crashes',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
});
