import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'nested-list-item',
    summary: 'Reports a list inside a list of texts, which ends the list for xl.',
    rationale:
      'xl reads the items up to the first one that is no text. That one and all behind it are dropped without a word: disks and network interfaces go missing.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu_cfg_get_listitem'],
  },
});
