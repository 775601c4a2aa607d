import { defineRule } from '../linter/rule';
import { itemCountOf } from '../model/setting';
import { removeSetting } from '../linter/fixes/remove-setting';
import { stateIntent } from '../linter/fixes/state-intent';

const RESOURCES = ['ioports', 'irqs', 'iomem'] as const;

export default defineRule({
  meta: {
    id: 'host-resources-stay',
    summary: 'Reports I/O ports, interrupts and memory ranges of the host that a domain has.',
    rationale:
      'The guest has direct access to parts of this host. Nothing of that is in the stream, and the same numbers mean something else on another host; saving a PV domain fails where its page tables hold such memory.',
    category: 'compatibility',
    severity: 'warning',
    subjects: ['ioports', 'irqs', 'iomem'],
    fixable: 'always',
    migration: { strength: 'breaks', reason: 'direct access to the host', advice: 'Do without direct access to the host.' },
    messages: {
      default: 'What `{name}` gives the domain belongs to this host, and is not there on another one',
    },
    evidence: ['tools/libs/guest/xg_sr_save_x86_pv.c: normalise_pagetable', 'docs/features/migration.pandoc: Limitations'],
  },
  *check({ model }) {
    for (const name of RESOURCES) {
      const setting = model.byName.get(name);
      if (setting === undefined || itemCountOf(setting) === 0 || model.target.arch !== 'x86') continue;
      yield {
        message: 'default',
        range: setting.nameRange,
        data: { name },
        fixes: [...stateIntent(model), removeSetting(setting, model.tree.text, 'review')],
      };
    }
  },
});
