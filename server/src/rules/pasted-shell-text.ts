import type { Fix } from '../linter/rule';
import type { SyntaxProblem } from '../syntax/syntax-problem';
import { defineSyntaxRule } from '../linter/syntax-rule';
import { findLineEnd, findLineStart } from '../text/line-index';
import { textRange } from '../text/text-range';

export default defineSyntaxRule({
  meta: {
    id: 'pasted-shell-text',
    summary: 'Reports lines of a shell session in the file.',
    rationale: 'A prompt, a command or the end of a here-document came along when the text was copied. xl refuses the file.',
    fixable: 'always',
    messages: {
      default: 'This line belongs to a shell, not to the config',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
  fix: removeLine,
});

function removeLine({ range }: SyntaxProblem, text: string): readonly Fix[] {
  const line = textRange(findLineStart(text, range.start), Math.min(findLineEnd(text, range.start) + 1, text.length));
  return [{ title: 'Remove the line', safety: 'review', edits: [{ range: line, newText: '' }] }];
}
