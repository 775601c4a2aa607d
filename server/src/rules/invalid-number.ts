import type { Fix } from '../linter/rule';
import type { SyntaxProblem } from '../syntax/syntax-problem';
import { defineSyntaxRule } from '../linter/syntax-rule';

const MEBIBYTES: Readonly<Record<string, number>> = { m: 1, mb: 1, mib: 1, g: 1024, gb: 1024, gib: 1024 };
const SIZE = /^(\d+)([a-zA-Z]+)$/;

export default defineSyntaxRule({
  meta: {
    id: 'invalid-number',
    summary: 'Reports a number in a form that xl cannot read.',
    rationale:
      'There are no units, no fractions and no unquoted negative numbers in the format, and hexadecimal digits are lower case. xl refuses the file.',
    fixable: 'sometimes',
    messages: {
      default: '`{text}` is no number that xl can read; write digits only',
      unit: '`{text}` is no number that xl can read: it takes no units, and memory sizes count MiB',
      negative: '`{text}` is no number that xl can read: a negative number has to stand in quotes',
      upperCase: '`{text}` is no number that xl can read: hexadecimal numbers are written in lower case',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
  choose: chooseMessage,
  fix: rewriteNumber,
});

function wordOf({ data }: SyntaxProblem): string {
  return data['text'] ?? '';
}

function chooseMessage(problem: SyntaxProblem): 'default' | 'unit' | 'negative' | 'upperCase' {
  const word = wordOf(problem);
  if (word.startsWith('-')) return 'negative';
  if (/^0[xX][0-9a-fA-F]+$/.test(word)) return 'upperCase';
  return SIZE.test(word) ? 'unit' : 'default';
}

function rewriteNumber(problem: SyntaxProblem): readonly Fix[] {
  const newText = suggestNumber(wordOf(problem));
  if (newText === undefined) return [];
  const safety = chooseMessage(problem) === 'unit' ? 'review' : 'safe';
  return [{ title: `Write \`${newText}\``, safety, edits: [{ range: problem.range, newText }] }];
}

function suggestNumber(word: string): string | undefined {
  if (/^-\d+$/.test(word)) return `"${word}"`;
  if (/^0[xX][0-9a-fA-F]+$/.test(word)) return word.toLowerCase();
  const size = SIZE.exec(word);
  const factor = MEBIBYTES[size?.[2]?.toLowerCase() ?? ''];
  return factor === undefined ? undefined : String(Number(size?.[1]) * factor);
}
