import { defineSyntaxRule } from '../linter/syntax-rule';
import { textRange } from '../text/text-range';

export default defineSyntaxRule({
  meta: {
    id: 'missing-statement-separator',
    summary: 'Reports two settings on one line.',
    rationale: 'Each setting ends with the line or with a `;`. xl refuses the file.',
    fixable: 'always',
    messages: {
      default: '`{name}` has to begin on a line of its own, or behind a `;`',
    },
    evidence: ['tools/libs/util/libxlu_cfg_y.y: endstmt'],
  },
  fix: ({ range }) => [
    { title: 'Move it to a line of its own', safety: 'safe', edits: [{ range: textRange(range.start, range.start), newText: '\n' }] },
  ],
});
