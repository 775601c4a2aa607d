import { type DomainModel, isAlways } from '../model/domain-model';
import { message } from '../text/message';
import type { WrittenSetting } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { LineIndex } from '../text/line-index';
import { removeSetting } from '../linter/fixes/remove-setting';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'duplicate-option',
    summary: 'Reports an option that is set again further down.',
    rationale: 'The last assignment wins, even when the earlier one had another kind of value, and xl says nothing.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'always',
    kinds: EVERY_KIND,
    fileKinds: CONFIGS_AND_TEMPLATES,
    tag: 'unnecessary',
    messages: {
      default: '`{name}` is set again on line {line}, so this value is lost',
    },
    evidence: ['tools/libs/util/libxlu_cfg.c: find'],
  },
  *check({ model }) {
    let lines: LineIndex | undefined;
    const last = new Map<string, WrittenSetting>();
    for (const setting of listOwn(model).reverse()) {
      const winner = last.get(setting.name);
      if (winner !== undefined && winner.operator === '=') {
        lines ??= new LineIndex(model.tree.text);
        const line = String(lines.positionAt(winner.range.start).line - lines.positionAt(model.part?.start ?? 0).line + 1);
        yield {
          message: 'default',
          range: setting.nameRange,
          data: { name: setting.name, line },
          related: [{ range: winner.nameRange, message: message('This assignment wins') }],
          fixes: [removeSetting(setting, model.tree.text)],
        };
      }
      last.set(setting.name, setting);
    }
  },
});

/** Those that nothing but a mistake sets twice: branches of a template do, and parts of a config overrule each other. */
function listOwn(model: DomainModel): WrittenSetting[] {
  const { settings, part } = model;
  const isOwn = ({ range }: WrittenSetting): boolean => part === undefined || (range.start >= part.start && range.end <= part.end);
  return settings.filter((setting) => isOwn(setting) && isAlways(setting, model));
}
