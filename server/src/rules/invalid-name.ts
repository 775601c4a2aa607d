import type { Fix } from '../linter/rule';
import type { SyntaxProblem } from '../syntax/syntax-problem';
import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'invalid-name',
    summary: 'Reports an option name that is not written the way xl writes names.',
    rationale:
      'Names are lower case, with digits, `_` and `.`, and begin with a letter. Any other character in them makes xl refuse the file.',
    fixable: 'sometimes',
    messages: {
      default: '`{name}` is no name that xl can read: names have lower-case letters, digits, `_` and `.`',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
  fix: rename,
});

function rename({ range, data }: SyntaxProblem): readonly Fix[] {
  const newText = (data['name'] ?? '')
    .toLowerCase()
    .replace(/-/g, '_')
    .replace(/^[_.]+/, '');
  return newText === '' ? [] : [{ title: `Write \`${newText}\``, safety: 'review', edits: [{ range, newText }] }];
}
