import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'value-out-of-range',
    summary: 'Reports a number outside the bounds that xl or libxl enforce.',
    rationale: 'The domain is not created. Some bounds are checked when the file is read, some when the domain is made.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault'],
  },
});
