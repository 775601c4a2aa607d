import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'bad-character',
    summary: 'Reports a character that starts no word of the file format.',
    rationale: 'xl stops at the first such character and creates nothing.',
    fixable: 'never',
    messages: {
      default: '`{text}` has no meaning in an xl.cfg file',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
});
