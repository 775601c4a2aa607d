import type { Fix } from '../linter/rule';
import { defineSyntaxRule } from '../linter/syntax-rule';
import { textRange } from '../text/text-range';

export default defineSyntaxRule({
  meta: {
    id: 'carriage-return',
    summary: 'Reports lines that end with a carriage return and a line feed.',
    rationale:
      'Windows editors end lines that way. xl takes the carriage return for a bad character, except inside comments, and refuses the file.',
    fixable: 'always',
    messages: {
      default: 'The line ends with a carriage return (Windows line end), which xl refuses; save the file with Unix line ends (LF)',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
  isPerFile: true,
  fix: (_, text) => [convertLineEnds(text)],
});

function convertLineEnds(text: string): Fix {
  const edits = [...text.matchAll(/\r(?=\n|$)/g)].map(({ index }) => ({ range: textRange(index, index + 1), newText: '' }));
  return { title: 'Use Unix line ends in the whole file', safety: 'safe', edits };
}
