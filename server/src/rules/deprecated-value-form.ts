import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'deprecated-value-form',
    summary: 'Reports a way of writing a value that xl still takes but has a better one.',
    rationale: 'xl prints a notice for each of them.',
    category: 'style',
    severity: 'hint',
    fixable: 'always',
    tag: 'deprecated',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
});
