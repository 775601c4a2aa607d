import { defineSyntaxRule } from '../linter/syntax-rule';
import { doubleBackslash } from '../linter/fixes/double-backslash';

export default defineSyntaxRule({
  meta: {
    id: 'unknown-escape',
    summary: 'Reports a backslash before a character that needs none.',
    rationale:
      'Only `\\`, the quotes and `a b f n r t v` may follow a backslash. xl refuses any other since Xen 4.7; before, it dropped both characters without a word.',
    since: '4.7',
    fixable: 'always',
    messages: {
      default: 'xl does not know the escape `{escape}`; write `\\\\` for a backslash',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu__cfgl_dequote'],
  },
  fix: doubleBackslash,
});
