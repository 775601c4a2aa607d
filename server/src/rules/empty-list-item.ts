import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'empty-list-item',
    summary: 'Reports a comma with no item before it.',
    rationale: 'One comma may stand at the end of a list; two in a row, or one at the start, make xl refuse the file.',
    fixable: 'always',
    messages: {
      default: 'There is no list item before this comma',
    },
    evidence: ['tools/libs/util/libxlu_cfg_y.y: values'],
  },
  fix: ({ range }) => [{ title: 'Remove the comma', safety: 'safe', edits: [{ range, newText: '' }] }],
});
