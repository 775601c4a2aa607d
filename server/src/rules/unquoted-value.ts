import type { Fix } from '../linter/rule';
import type { SyntaxProblem } from '../syntax/syntax-problem';
import { defineSyntaxRule } from '../linter/syntax-rule';
import { quote } from '../schema/value-types/atom-checks';

const BOOLEAN_WORDS: ReadonlyMap<string, string> = new Map([
  ['true', '1'],
  ['yes', '1'],
  ['on', '1'],
  ['false', '0'],
  ['no', '0'],
  ['off', '0'],
]);

export default defineSyntaxRule({
  meta: {
    id: 'unquoted-value',
    summary: 'Reports a text without quotes.',
    rationale: 'Every text needs single or double quotes, even one word. xl refuses the file.',
    fixable: 'sometimes',
    messages: {
      default: '`{text}` has to stand in quotes',
      boolean: 'xl does not know `{text}`; write 1 for yes and 0 for no',
    },
    evidence: ['tools/libs/util/libxlu_cfg_y.y: value'],
  },
  choose: ({ data }) => (BOOLEAN_WORDS.has(wordOf(data)) ? 'boolean' : 'default'),
  fix: addQuotes,
});

function wordOf(data: Readonly<Record<string, string>>): string {
  return (data['text'] ?? '').toLowerCase();
}

function addQuotes({ range, data }: SyntaxProblem): readonly Fix[] {
  const newText = BOOLEAN_WORDS.get(wordOf(data)) ?? quote(data['text'] ?? '');
  return [{ title: `Write \`${newText}\``, safety: 'review', edits: [{ range, newText }] }];
}
