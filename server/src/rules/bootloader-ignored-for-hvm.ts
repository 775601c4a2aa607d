import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { removeSetting } from '../linter/fixes/remove-setting';

export default defineRule({
  meta: {
    id: 'bootloader-ignored-for-hvm',
    summary: 'Reports a boot loader program in the config of an HVM domain.',
    rationale: 'Since Xen 4.10 xl reads the option for every type, but an HVM domain boots from its firmware and nothing comes of it.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['bootloader', 'bootloader_args'],
    since: '4.10',
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    tag: 'unnecessary',
    messages: {
      default: 'An HVM domain boots from its firmware; `{name}` is ignored silently',
    },
    evidence: ['tools/libs/light/libxl_bootloader.c: libxl__bootloader_run'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    if (domainType !== 'hvm') return;
    for (const name of ['bootloader', 'bootloader_args'] as const) {
      const setting = byName.get(name);
      if (setting !== undefined)
        yield { message: 'default', range: setting.nameRange, data: { name }, fixes: [removeSetting(setting, model.tree.text, 'review')] };
    }
  },
});
