import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'add-assign-number',
    summary: 'Reports `+=` on an option that is a number.',
    rationale:
      '`+=` joins texts and lists. When it was the last assignment of a number or a switch, xl warns and behaves as if the option were not there.',
    category: 'correctness',
    severity: 'warning',
    since: '4.13',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu_cfg_get_bounded_long'],
  },
});
