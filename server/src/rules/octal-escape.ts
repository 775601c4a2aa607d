import { defineSyntaxRule } from '../linter/syntax-rule';
import { doubleBackslash } from '../linter/fixes/double-backslash';

export default defineSyntaxRule({
  meta: {
    id: 'octal-escape',
    summary: 'Reports an octal escape that xl refuses.',
    rationale:
      'Behind a backslash and an octal digit xl wants at least two decimal digits, which it then drops. With fewer it refuses the file.',
    fixable: 'always',
    messages: {
      default: 'xl refuses the escape `{escape}`; write the character itself, or `\\\\` for a backslash',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu__cfgl_dequote'],
  },
  fix: doubleBackslash,
});
