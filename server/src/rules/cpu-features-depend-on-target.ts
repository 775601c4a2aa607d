import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'cpu-features-depend-on-target',
    summary: 'Reports processor features that the other host has to have too.',
    rationale:
      'A guest keeps the features that it booted with. Where the config takes some over from the host, or demands them, the other host has to have them.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['cpuid'],
    fixable: 'never',
    migration: {
      strength: 'depends',
      reason: 'the same CPU features',
      advice: 'Level the features of all hosts down to those that each of them has.',
    },
    isOptIn: true,
    messages: {
      default: 'The other host needs the processor features that this takes over from the host or demands',
    },
    evidence: ['docs/man/xl.cfg.5.pod.in: cpuid', 'docs/features/feature-levelling.pandoc'],
  },
  *check({ model }) {
    const setting = model.byName.get('cpuid');
    if (setting?.value !== undefined) yield { message: 'default', range: setting.nameRange };
  },
});
