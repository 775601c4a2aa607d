import type { DomainModel } from '../model/domain-model';
import { defineRule, type Fix } from '../linter/rule';
import { problemLines } from '../syntax/problem-lines';
import { textRange } from '../text/text-range';

export default defineRule({
  meta: {
    id: 'missing-name',
    summary: 'Reports a config without `name`.',
    rationale:
      '`name` is the only option that xl insists on: it refuses a file without it, or with a list for it. A text that is only a part of a config says so with `# xlcfg: fragment`.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    messages: {
      default: '`name` is missing: xl refuses the file',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    if (model.byName.has('name') || model.isFragment || hasProblemWithName(model)) return;
    const first = model.settings[0]?.nameRange ?? textRange(0, 0);
    const fixes: readonly Fix[] = [
      { title: 'Add a `name`', safety: 'review', edits: [{ range: textRange(first.start, first.start), newText: 'name = "domain1"\n' }] },
      { title: 'Mark the file as a fragment', safety: 'safe', edits: [{ range: textRange(0, 0), newText: '# xlcfg: fragment\n' }] },
    ];
    yield { message: 'default', range: first, fixes };
  },
});

/** A line for the name that xl cannot read has an error of its own. */
function hasProblemWithName({ tree }: DomainModel): boolean {
  return [...problemLines(tree.text, tree.problems)].some(({ start, end }) => /^\s*name\b/i.test(tree.text.slice(start, end)));
}
