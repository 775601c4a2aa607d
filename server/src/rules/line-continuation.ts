import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'line-continuation',
    summary: 'Reports a backslash outside a string.',
    rationale: 'There is no line continuation in the format. A list can go over several lines as it is; a string has to stay on one.',
    fixable: 'sometimes',
    messages: {
      default: 'A backslash does not continue a line in an xl.cfg file; lists may go over several lines without it',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
  fix: ({ range, data }) =>
    data['isLast'] === 'yes' ? [{ title: 'Remove the backslash', safety: 'safe', edits: [{ range, newText: '' }] }] : [],
});
