import type { Fix } from '../linter/rule';
import type { SyntaxProblem } from '../syntax/syntax-problem';
import { defineSyntaxRule } from '../linter/syntax-rule';
import { findLineEnd } from '../text/line-index';
import { textRange } from '../text/text-range';

export default defineSyntaxRule({
  meta: {
    id: 'value-on-next-line',
    summary: 'Reports a value that begins on the line below its name.',
    rationale: 'Name, `=` and the start of the value belong on one line; only inside brackets may a line end. xl refuses the file.',
    fixable: 'always',
    messages: {
      default: 'The value has to begin on the line of its name',
    },
    evidence: ['tools/libs/util/libxlu_cfg_y.y: assignment'],
  },
  fix: joinLines,
});

function joinLines({ range }: SyntaxProblem, text: string): readonly Fix[] {
  const gap = /^\s*/.exec(text.slice(range.end))?.[0].length ?? 0;
  const hasComment = text.slice(range.end, findLineEnd(text, range.end)).trim() !== '';
  if (hasComment) return [];
  return [{ title: 'Move the value up', safety: 'safe', edits: [{ range: textRange(range.end, range.end + gap), newText: ' ' }] }];
}
