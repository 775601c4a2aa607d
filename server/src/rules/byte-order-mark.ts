import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'byte-order-mark',
    summary: 'Reports a byte-order mark at the start of the file.',
    rationale: 'Some Windows editors put this invisible mark in front of a text. xl takes it for a bad character and refuses the file.',
    fixable: 'always',
    messages: {
      default: 'The file begins with a byte-order mark, which xl refuses; save it as UTF-8 without one',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
  fix: ({ range }) => [{ title: 'Remove the byte-order mark', safety: 'safe', edits: [{ range, newText: '' }] }],
});
