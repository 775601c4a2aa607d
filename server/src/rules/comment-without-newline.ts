import { defineSyntaxRule } from '../linter/syntax-rule';
import { textRange } from '../text/text-range';

export default defineSyntaxRule({
  meta: {
    id: 'comment-without-newline',
    summary: 'Reports a comment at the very end of a file that has no final newline.',
    rationale:
      'For xl a comment reaches to the newline that ends it. Without one, the last line is a lexical error and nothing is created. A setting on the last line needs no newline.',
    fixable: 'always',
    messages: {
      default: 'A comment on the last line needs a newline behind it; xl refuses the file without',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
  fix: ({ range }) => [
    { title: 'Add a newline at the end of the file', safety: 'safe', edits: [{ range: textRange(range.end, range.end), newText: '\n' }] },
  ],
});
