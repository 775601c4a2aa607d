import { message } from '../text/message';
import type { DomainModel } from '../model/domain-model';
import { atomOf, type WrittenSetting } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule, type Fix } from '../linter/rule';
import type { Deprecation } from '../schema/option';
import { isSince } from '../schema/xen-version';
import { EVERY_KIND } from '../schema/config-kind';

type Replacement = NonNullable<Deprecation['replacement']>;

export default defineRule({
  meta: {
    id: 'option-deprecated',
    summary: 'Reports an option that has a better successor.',
    rationale: 'xl still reads it, some with a notice.',
    category: 'style',
    severity: 'hint',
    fixable: 'sometimes',
    kinds: EVERY_KIND,
    fileKinds: CONFIGS_AND_TEMPLATES,
    tag: 'deprecated',
    messages: {
      replaced: '`{name}` is the old form of `{replacement}`',
      leaving: 'xl warns that `{name}` will go away',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    for (const setting of model.settings) {
      const deprecated = setting.option?.deprecated;
      if (deprecated === undefined || !isSince(model.target.xen, deprecated.since)) continue;
      const replacement = deprecated.replacement?.name ?? '';
      const message = replacement === '' ? 'leaving' : 'replaced';
      yield { message, range: setting.nameRange, data: { name: setting.name, replacement }, fixes: modernize(setting, model) };
    }
  },
});

/** The same domain, written with the successor, where the present value has a counterpart. */
function modernize(setting: WrittenSetting, model: DomainModel): readonly Fix[] {
  const replacement = setting.option?.deprecated?.replacement;
  const newValue = replacement === undefined ? undefined : counterpart(replacement.values, setting, model);
  if (replacement === undefined || newValue === undefined || !isWhole(setting, model) || model.byName.has(replacement.name)) return [];
  const edits = [
    { range: setting.nameRange, newText: replacement.name },
    { range: setting.valueRange, newText: newValue },
  ];
  return [{ title: message('Write `{name} = {newValue}`', { name: replacement.name, newValue }), safety: 'safe', edits }];
}

/** What to write for the successor; undefined where nothing means the same to both. */
function counterpart(values: Replacement['values'], setting: WrittenSetting, { tree }: DomainModel): string | undefined {
  const atom = atomOf(setting);
  if (atom === undefined) return undefined;
  return values === 'same' ? tree.text.slice(setting.valueRange.start, setting.valueRange.end) : values?.[atom.text];
}

/** Whether one statement is all that there is of an option. */
function isWhole(setting: WrittenSetting, { byName }: DomainModel): boolean {
  return (
    setting.operator === '=' &&
    setting.option !== undefined &&
    byName.get(setting.option.name)?.parts.every((part) => part === setting) === true
  );
}
