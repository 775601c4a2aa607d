import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'misread-device-value',
    summary: 'Reports a value inside a device string that xl takes for something else.',
    rationale:
      'xl reads such values loosely: text where a number belongs counts as 0, addresses lose bytes, numbers are cut off. The device is made all the same.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'sometimes',
    evidence: ['tools/xl/xl_parse.c'],
  },
});
