import { message } from '../text/message';
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
    const settings = RESOURCES.flatMap((name) => {
      const setting = model.byName.get(name);
      return setting === undefined || itemCountOf(setting) === 0 ? [] : [setting];
    });
    const [first, ...others] = settings;
    if (first === undefined || model.target.arch !== 'x86') return;
    // One finding a domain: nothing of it moves.
    const related = others.map(({ name, nameRange: range }) => ({ range, message: message('Nor is what `{name}` gives it', { name }) }));
    const remove = others.length === 0 ? [removeSetting(first, model.tree.text, 'review')] : [];
    yield { message: 'default', range: first.nameRange, data: { name: first.name }, related, fixes: [...stateIntent(model), ...remove] };
  },
});
