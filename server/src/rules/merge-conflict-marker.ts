import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'merge-conflict-marker',
    summary: 'Reports the marks that a version control system leaves in a file.',
    rationale: 'A merge was not finished: the file holds two versions of some lines, and xl refuses it.',
    fixable: 'never',
    messages: {
      default: 'A merge conflict was left in the file',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
});
