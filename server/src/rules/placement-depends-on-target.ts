import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'placement-depends-on-target',
    summary: 'Reports pools and pinnings that have to fit the other host too.',
    rationale: 'The domain is made in the pool of the same name, and pinned to the CPUs of the same numbers.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['pool', 'cpus', 'cpus_soft'],
    fixable: 'never',
    migration: {
      strength: 'depends',
      reason: 'the same CPUs and pools',
      advice: 'Leave the placement to the host, or keep the hosts alike.',
    },
    isOptIn: true,
    messages: {
      pool: 'The other host needs a pool `{text}`',
      cpus: 'The other host needs the CPUs that `{name}` names',
    },
    evidence: ['docs/man/xl.cfg.5.pod.in: cpus, pool'],
  },
  *check({ model }) {
    const pool = model.byName.get('pool');
    const text = atomOf(pool)?.text;
    if (pool !== undefined && text !== undefined) yield { message: 'pool', range: pool.valueRange, data: { text } };
    for (const name of ['cpus', 'cpus_soft'] as const) {
      const setting = model.byName.get(name);
      if (setting?.value !== undefined && atomOf(setting)?.text !== 'all')
        yield { message: 'cpus', range: setting.nameRange, data: { name } };
    }
  },
});
