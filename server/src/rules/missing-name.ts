import { message } from '../text/message';
import { closestOption } from '../model/queries/closest-option';
import type { DomainModel } from '../model/domain-model';
import type { WrittenSetting } from '../model/setting';
import { findForeignName } from '../options/foreign-names';
import { renameTo } from '../linter/fixes/rename-to';
import { CONFIGS_AND_TEMPLATES, defineRule, type Fix } from '../linter/rule';
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
    fileKinds: CONFIGS_AND_TEMPLATES,
    isAboutAbsence: true,
    supersedes: ['unknown-option'],
    messages: {
      default: '`name` is missing: xl refuses the file',
      misspelt: '`name` is missing: xl refuses the file; did you mean it by `{text}`?',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model, allowedNames }) {
    if (model.byName.has('name') || model.isFragment || model.tree.template?.isOpenEnded === true || hasProblemWithName(model)) return;
    const misspelt = findMisspelt(model, allowedNames);
    if (misspelt !== undefined) {
      const fixes = [renameTo(misspelt, 'name')];
      yield { message: 'misspelt', range: misspelt.nameRange, data: { text: misspelt.name }, fixes };
      return;
    }
    const first = model.settings[0]?.nameRange ?? textRange(0, 0);
    const fixes: readonly Fix[] = [
      {
        title: message('Add a `name`'),
        safety: 'review',
        edits: [{ range: textRange(first.start, first.start), newText: 'name = "domain1"\n' }],
      },
      {
        title: message('Mark the file as a fragment'),
        safety: 'review',
        edits: [{ range: textRange(0, 0), newText: '# xlcfg: fragment\n' }],
      },
    ];
    yield { message: 'default', range: first, fixes };
  },
});

function findMisspelt({ settings, target, kind }: DomainModel, allowedNames: ReadonlySet<string>): WrittenSetting | undefined {
  const closest = closestOption(target, kind);
  return settings.find(({ name, option }) => {
    if (option !== undefined || allowedNames.has(name)) return false;
    const foreign = findForeignName(name);
    return (foreign === undefined ? closest(name) : foreign.origin === 'misnamed' ? foreign.replacement : undefined) === 'name';
  });
}

/** A line for the name that xl cannot read has an error of its own. */
function hasProblemWithName({ tree }: DomainModel): boolean {
  return [...problemLines(tree.text, tree.problems)].some(({ start, end }) => /^\s*name\b/i.test(tree.text.slice(start, end)));
}
