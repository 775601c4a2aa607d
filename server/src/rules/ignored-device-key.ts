import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'ignored-device-key',
    summary: 'Reports a key inside a device string that xl ignores.',
    rationale:
      'For some devices xl only prints a line about a key that it does not know, or says nothing, and the device is made without it.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'sometimes',
    evidence: ['tools/xl/xl_parse.c: parse_nic_config'],
  },
});
