import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'wrong-value-type',
    summary: 'Reports a value of a kind that its option cannot take, so that xl ignores the option.',
    rationale:
      'xl drops such a setting and creates the domain without it. For most options it prints a warning, for some not even that. The exit status is 0 all the same.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'sometimes',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu_cfg_get_bounded_long', 'tools/libs/util/libxlu_cfg.c: find_atom, xlu_cfg_get_list'],
  },
});
