import type { Fix } from '../linter/rule';
import type { SyntaxProblem } from '../syntax/syntax-problem';
import { defineSyntaxRule } from '../linter/syntax-rule';
import { textRange } from '../text/text-range';

export default defineSyntaxRule({
  meta: {
    id: 'unterminated-string',
    summary: 'Reports a string with no closing quote on its line.',
    rationale: 'A string cannot go over a line end. xl refuses the file.',
    fixable: 'always',
    messages: {
      default: 'This string is not closed: a `{quote}` is missing on this line',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
  fix: closeString,
});

function closeString({ range, data }: SyntaxProblem, text: string): readonly Fix[] {
  const written = text.slice(range.start, range.end);
  const end = range.start + written.trimEnd().length;
  return [{ title: 'Add the closing quote', safety: 'review', edits: [{ range: textRange(end, end), newText: data['quote'] ?? '"' }] }];
}
