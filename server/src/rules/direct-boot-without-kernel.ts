import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { removeSetting } from '../linter/fixes/remove-setting';

export default defineRule({
  meta: {
    id: 'direct-boot-without-kernel',
    summary: 'Reports a ramdisk or a command line in an HVM domain without a kernel.',
    rationale: 'They only count together with `kernel`; libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['ramdisk', 'cmdline', 'root', 'extra'],
    fixable: 'always',
    messages: {
      default: '`{name}` needs `kernel` in an HVM domain: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault'],
  },
  *check({ model }) {
    const kernel = atomOf(model.byName.get('kernel'))?.text;
    const hasKernel = kernel !== undefined && kernel.split('/').at(-1) !== 'hvmloader';
    if (model.domainType !== 'hvm' || hasKernel) return;
    for (const name of ['ramdisk', 'cmdline', 'root', 'extra'] as const) {
      const setting = model.byName.get(name);
      if (setting === undefined || atomOf(setting) === undefined) continue;
      const fixes = [removeSetting(setting, model.tree.text, 'review')];
      yield { message: 'default', range: setting.nameRange, data: { name }, fixes };
    }
  },
});
