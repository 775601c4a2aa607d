import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'empty-device-field',
    summary: 'Reports a field of a device string that has nothing but blanks.',
    rationale:
      'xl skips fields that are empty, but about one with a blank in it, as behind a comma at the end, it prints a line that names no field. The device is made all the same.',
    category: 'style',
    severity: 'hint',
    fixable: 'always',
    evidence: ['tools/xl/xl_parse.c: parse_nic_config'],
  },
});
