import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'value-too-new',
    summary: 'Reports a value that a later release of Xen brought.',
    rationale: 'The xl of the target release does not know the value and refuses the file.',
    category: 'compatibility',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
});
