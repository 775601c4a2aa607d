import type { Fix } from '../linter/rule';
import type { SyntaxProblem } from '../syntax/syntax-problem';
import { defineSyntaxRule } from '../linter/syntax-rule';

export default defineSyntaxRule({
  meta: {
    id: 'hex-escape',
    summary: 'Reports a hexadecimal escape in a string.',
    rationale: 'The code that reads `\\x` escapes can never succeed, so xl refuses every one of them.',
    fixable: 'sometimes',
    messages: {
      default: 'xl cannot read hexadecimal escapes and refuses `{escape}`; write the character itself',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu__cfgl_dequote'],
  },
  fix: replaceByCharacter,
});

function replaceByCharacter({ range, data }: SyntaxProblem): readonly Fix[] {
  const code = Number.parseInt((data['escape'] ?? '').slice(2), 16);
  const isPrintable = code >= 0x20 && code < 0x7f && code !== 0x5c && code !== 0x22 && code !== 0x27;
  if (!isPrintable) return [];
  const newText = String.fromCharCode(code);
  return [{ title: `Write \`${newText}\``, safety: 'review', edits: [{ range, newText }] }];
}
