import { defineRule } from '../linter/rule';
import { itemCountOf } from '../model/setting';
import { removeSetting } from '../linter/fixes/remove-setting';
import { stateIntent } from '../linter/fixes/state-intent';

export default defineRule({
  meta: {
    id: 'vtpm-stays',
    summary: 'Reports virtual TPMs, which do not move with the domain.',
    rationale:
      'The virtual TPM that comes with Xen keeps its state in a domain of this host and cannot be migrated; keys that are sealed in it are lost on the other host.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['vtpm'],
    fixable: 'always',
    migration: { strength: 'breaks', reason: 'a virtual TPM', advice: 'Do without the virtual TPM, or set one up anew on the other host.' },
    messages: {
      default: 'The virtual TPM stays on this host when the domain moves',
    },
    evidence: ['docs/man/xen-vtpmmgr.7.pod'],
  },
  *check({ model }) {
    const vtpm = model.byName.get('vtpm');
    if (vtpm !== undefined && itemCountOf(vtpm) > 0)
      yield { message: 'default', range: vtpm.nameRange, fixes: [...stateIntent(model), removeSetting(vtpm, model.tree.text, 'review')] };
  },
});
