/** Says that a file is too large to be checked. */
import { MAX_LENGTH } from '../syntax/read-text';
import { findLineEnd } from '../text/line-index';
import { textRange } from '../text/text-range';
import { defineRule } from '../linter/rule';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'file-too-large',
    summary: 'Says that a file is too large to be checked.',
    rationale:
      'Configs have some dozens of lines. A file of a thousand times that size is something else or was made by mistake, and checking it at every keystroke would bring the editor to a halt.',
    category: 'correctness',
    severity: 'information',
    fixable: 'never',
    kinds: EVERY_KIND,
    fileKinds: ['too-large'],
    messages: {
      default: 'The file has {length} characters, and nothing in it is checked: {limit} are the most',
    },
    evidence: ['docs of xlcfg'],
  },
  *check({ model: { tree } }) {
    const data = { length: String(tree.text.length), limit: String(MAX_LENGTH) };
    yield { message: 'default', range: textRange(0, Math.min(findLineEnd(tree.text, 0), MAX_LENGTH)), data };
  },
});
