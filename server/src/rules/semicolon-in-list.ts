import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'semicolon-in-list',
    summary: 'Reports a semicolon between list items.',
    rationale: 'Items are separated by commas; a semicolon ends a setting. xl refuses the file.',
    fixable: 'always',
    messages: {
      default: 'List items are separated by commas, not by semicolons',
    },
    evidence: ['tools/libs/util/libxlu_cfg_y.y: values'],
  },
  fix: ({ range }) => [{ title: 'Write a comma', safety: 'safe', edits: [{ range, newText: ',' }] }],
});
