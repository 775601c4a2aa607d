import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { parseDisk } from '../specs/disk/disk';

export default defineRule({
  meta: {
    id: 'disk-depends-on-target',
    summary: 'Reports disks that have to be on the other host too.',
    rationale:
      '`xl migrate` moves the memory of a domain and not its disks. The same path has to lead to the same storage on the other host: shared, or replicated.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['disk'],
    fixable: 'never',
    migration: {
      strength: 'depends',
      reason: 'the same storage',
      advice: 'Put the disk on storage that both hosts reach under the same path.',
    },
    isOptIn: true,
    messages: {
      default: 'The other host needs the same storage at `{path}`',
    },
    evidence: ['docs/man/xl.1.pod.in: migrate'],
  },
  *check({ model }) {
    for (const item of deviceItems(model, 'disk')) {
      const { target } = parseDisk(item.text, model.target);
      if (target !== undefined && target.text !== '')
        yield { message: 'default', range: item.rangeOf(target), data: { path: target.text } };
    }
  },
});
