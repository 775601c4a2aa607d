import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'escape-dropped',
    summary: 'Reports an octal escape in a string.',
    rationale:
      'xl reads the digits in base 10 and then throws the number away: `"\\101"` is not `A` but nothing. The escape vanishes from the string without a word.',
    severity: 'warning',
    fixable: 'never',
    messages: {
      default: 'xl drops `{escape}` from the string without a word; write the character itself',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu__cfgl_dequote'],
  },
});
