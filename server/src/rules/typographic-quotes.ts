import type { Fix } from '../linter/rule';
import type { SyntaxProblem } from '../syntax/syntax-problem';
import { defineSyntaxRule } from '../linter/syntax-rule';
import { quote } from '../schema/value-types/atom-checks';

export default defineSyntaxRule({
  meta: {
    id: 'typographic-quotes',
    summary: 'Reports text in typographic quotation marks.',
    rationale: 'Web pages and word processors turn straight quotes into curly ones. xl knows the straight ones only and refuses the file.',
    fixable: 'always',
    messages: {
      default: 'xl does not know typographic quotation marks; write straight ones',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
  fix: straighten,
});

function straighten({ range, data }: SyntaxProblem): readonly Fix[] {
  const inner = (data['text'] ?? '').replace(/^[\u2018-\u201f\u00ab\u00bb]|[\u2018-\u201f\u00ab\u00bb]$/g, '');
  return [{ title: 'Write straight quotation marks', safety: 'safe', edits: [{ range, newText: quote(inner) }] }];
}
