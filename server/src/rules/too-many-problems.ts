/** Says that a file has more problems than are shown. */
import { defineRule } from '../linter/rule';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'too-many-problems',
    summary: 'Says that a file has more problems than are shown.',
    rationale:
      'A thousand problems are more than anybody reads, and often have one cause. The most severe are shown first; the exit status and the totals of the command line count the others too.',
    category: 'correctness',
    severity: 'information',
    fixable: 'never',
    kinds: EVERY_KIND,
    fileKinds: ['config', 'template', 'python'],
    isTotal: true,
    messages: {
      one: '… 1 more problem of this file is not shown',
      default: '… {count} more problems of this file are not shown',
    },
    evidence: ['docs of xlcfg'],
  },
  *check({ notShown }) {
    const [first] = notShown;
    if (first === undefined) return;
    yield { message: notShown.length === 1 ? 'one' : 'default', range: first.range, data: { count: String(notShown.length) } };
  },
});
