import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'unterminated-list',
    summary: 'Reports a list with no closing bracket.',
    rationale: 'xl reads on to the next setting or to the end of the file and then refuses it.',
    fixable: 'never',
    messages: {
      default: 'This list is never closed: a `]` is missing',
    },
    evidence: ['tools/libs/util/libxlu_cfg_y.y: value'],
  },
});
