import { removeSetting } from '../linter/fixes/remove-setting';
import { defineRule } from '../linter/rule';
import { itemCountOf, switchOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'e820-host-forced',
    summary: 'Reports `e820_host = 0` in a PV domain with PCI devices.',
    rationale: 'A PV domain needs the memory map of the host for its devices, so xl silently switches the option on.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['e820_host'],
    fixable: 'always',
    messages: {
      default: 'xl silently switches `e820_host` on, because the domain has PCI devices',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const setting = model.byName.get('e820_host');
    if (setting === undefined || model.domainType !== 'pv' || switchOf(setting) !== false) return;
    if (itemCountOf(model.byName.get('pci')) > 0)
      yield { message: 'default', range: setting.valueRange, fixes: [removeSetting(setting, model.tree.text)] };
  },
});
