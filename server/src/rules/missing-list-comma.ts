import { defineSyntaxRule } from '../linter/syntax-rule';
import { textRange } from '../text/text-range';

export default defineSyntaxRule({
  meta: {
    id: 'missing-list-comma',
    summary: 'Reports two list items with no comma between them.',
    rationale: 'xl does not join neighbouring strings the way Python does: it refuses the file.',
    fixable: 'always',
    messages: {
      default: 'A comma is missing between these two list items',
    },
    evidence: ['tools/libs/util/libxlu_cfg_y.y: values'],
  },
  fix: ({ range }) => [{ title: 'Add the comma', safety: 'review', edits: [{ range: textRange(range.end, range.end), newText: ',' }] }],
});
