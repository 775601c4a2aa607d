import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'unknown-device-key',
    summary: 'Reports a key inside a device string that makes xl refuse the file.',
    rationale: 'For most devices xl stops at a key that it does not know. Other devices only get a message, or nothing at all.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
});
