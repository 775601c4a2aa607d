import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'python-code',
    summary: 'Reports an expression that only Python could work out.',
    rationale: 'The configs of the old xm toolstack were Python programs. xl reads values only and refuses the file.',
    fixable: 'never',
    messages: {
      default: 'xl does not compute anything: write the value itself instead of an expression',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l', 'tools/libs/util/libxlu_cfg.c: parse'],
  },
});
