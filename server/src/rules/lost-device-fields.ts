import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'lost-device-fields',
    summary: 'Reports a part of a device string behind which xl reads nothing.',
    rationale: 'For some devices a field without `=` ends the string, and all fields behind it are lost without a word.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    evidence: ['tools/xl/xl_parse.c'],
  },
});
