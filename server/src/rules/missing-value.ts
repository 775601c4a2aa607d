import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'missing-value',
    summary: 'Reports a name and `=` with nothing behind them.',
    rationale: 'xl refuses the file. To leave an option at its default, remove the line.',
    fixable: 'never',
    messages: {
      default: 'A value is missing behind the `=`',
    },
    evidence: ['tools/libs/util/libxlu_cfg_y.y: value'],
  },
});
