import { message } from '../text/message';
import type { DomainModel } from '../model/domain-model';
import { atomOf, type WrittenSetting } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule, type Fix } from '../linter/rule';
import { isSince } from '../schema/xen-version';

export default defineRule({
  meta: {
    id: 'option-deprecated',
    summary: 'Reports an option that has a better successor.',
    rationale: 'xl still reads it, some with a notice.',
    category: 'style',
    severity: 'hint',
    fixable: 'sometimes',
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
  const newValue = replacement?.values?.[atomOf(setting)?.text ?? ''];
  if (replacement === undefined || newValue === undefined || !isWhole(setting, model) || model.byName.has(replacement.name)) return [];
  const edits = [
    { range: setting.nameRange, newText: replacement.name },
    { range: setting.valueRange, newText: newValue },
  ];
  return [{ title: message('Write `{name} = {newValue}`', { name: replacement.name, newValue }), safety: 'safe', edits }];
}

/** Whether one statement is all that there is of an option. */
function isWhole(setting: WrittenSetting, { byName }: DomainModel): boolean {
  return (
    setting.operator === '=' &&
    setting.option !== undefined &&
    byName.get(setting.option.name)?.parts.every((part) => part === setting) === true
  );
}
