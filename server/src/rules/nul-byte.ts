import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'nul-byte',
    summary: 'Reports a NUL character outside a comment.',
    rationale: 'Inside a string it makes xl abort, elsewhere it is a bad character. The file was most likely damaged.',
    fixable: 'never',
    messages: {
      default: 'There is a NUL character here, over which xl aborts; the file may be damaged',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu__cfgl_dequote'],
  },
});
