import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'octal-number',
    summary: 'Reports a number with a leading zero.',
    rationale:
      'xl reads numbers the way C does, and there a leading zero means octal: `0512` is 330. A digit 8 or 9 behind it makes the option disappear.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu_cfg_get_bounded_long'],
  },
});
