import { defineRule } from '../linter/rule';
import { stateIntent } from '../linter/fixes/state-intent';
import { switchOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'nested-guests-are-lost',
    summary: 'Reports nested virtualisation, whose guests are at risk in a migration.',
    rationale:
      'Nested virtualisation is experimental, and what a hypervisor inside the guest has set up in the processor has no place in the stream.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['nestedhvm'],
    fixable: 'always',
    migration: { strength: 'risks', reason: 'nested virtualisation', advice: 'Shut the inner guests down before the migration.' },
    messages: {
      default: 'Guests inside the guest are at risk when it moves: the migration stream says nothing about them',
    },
    evidence: ['SUPPORT.md: x86/Nested HVM', 'docs/features/migration.pandoc: Known issues'],
  },
  *check({ model }) {
    const setting = model.byName.get('nestedhvm');
    if (setting !== undefined && model.domainType === 'hvm' && switchOf(setting) === true)
      yield { message: 'default', range: setting.nameRange, fixes: stateIntent(model) };
  },
});
