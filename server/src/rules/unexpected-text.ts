import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'unexpected-text',
    summary: 'Reports text where the line should have ended or another item should come.',
    rationale: 'After a value only the end of the line, a `;` or a comment may follow. xl refuses the file.',
    fixable: 'never',
    messages: {
      default: '`{text}` cannot stand here',
    },
    evidence: ['tools/libs/util/libxlu_cfg_y.y: endstmt'],
  },
});
