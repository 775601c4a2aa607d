import { defineRule } from '../linter/rule';
import { stateIntent } from '../linter/fixes/state-intent';
import { switchOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'nested-guests-are-lost',
    summary: 'Reports nested virtualisation, whose guests do not survive a migration.',
    rationale:
      'Nested virtualisation is experimental, and what a hypervisor inside of the guest has set up in the processor has no place in the stream.',
    category: 'compatibility',
    severity: 'warning',
    subjects: ['nestedhvm'],
    fixable: 'always',
    migration: { strength: 'breaks', reason: 'nested virtualisation', advice: 'Shut the inner guests down before the migration.' },
    messages: {
      default: 'Nothing promises that guests inside of the guest survive a migration',
    },
    evidence: ['SUPPORT.md: x86/Nested HVM'],
  },
  *check({ model }) {
    const setting = model.byName.get('nestedhvm');
    if (setting !== undefined && model.domainType === 'hvm' && switchOf(setting) === true)
      yield { message: 'default', range: setting.nameRange, fixes: stateIntent(model) };
  },
});
