import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'refused-value-type',
    summary: 'Reports a value of a kind that makes xl refuse the file.',
    rationale:
      'Most options of the wrong kind are ignored, but for some xl stops, and for the grant table limits it does so without a message.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
});
