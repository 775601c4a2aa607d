import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'missing-assignment',
    summary: 'Reports a word at the start of a line that no `=` follows.',
    rationale: 'Every line is `name = value`, with the `=` on the line of the name. xl refuses the file.',
    fixable: 'never',
    messages: {
      default: '`{name}` has to be followed by `=` and a value',
      colon: '`{name}` has to be followed by `=`, not by `:`',
    },
    evidence: ['tools/libs/util/libxlu_cfg_y.y: assignment'],
  },
  choose: ({ data }) => (data['separator'] === ':' ? 'colon' : 'default'),
});
