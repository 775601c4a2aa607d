import { defineRule } from '../linter/rule';
import { listDisks } from '../model/queries/disks';
import { storageOf } from '../model/queries/storage';
import { isMeantAsDom0 } from '../specs/backend-domain';

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
      strength: 'expects',
      reason: 'the same storage',
      advice: 'Put the disk on storage that both hosts reach under the same path.',
    },
    isOptIn: true,
    messages: {
      default: 'The other host needs the same storage at `{path}`',
      shared: 'The other host needs the same access to `{path}`',
      local: '`{path}` looks like storage of this host alone',
      image: 'Eject `{disc}` first, or have it on the other host too',
      backend: 'The other host needs a driver domain `{text}` that serves `{path}`',
    },
    evidence: ['docs/man/xl.1.pod.in: migrate'],
  },
  *check({ model }) {
    for (const { item, disk } of listDisks(model)) {
      const { target, parameters } = disk;
      if (target === undefined || target.text === '') continue;
      const scripts = disk.prefixes.filter(({ text }) => text !== 'file' && text !== 'phy').map(({ text }) => `${text}:`);
      const [range, data] = [item.rangeOf(target), { path: scripts.join('') + target.text }];
      const backend = parameters.get('backend')?.text ?? '';
      const storage = storageOf(disk);
      if (!isMeantAsDom0(backend))
        yield {
          message: 'backend',
          range,
          data: { ...data, text: backend },
          migration: { strength: 'depends', reason: 'its driver domains' },
        };
      else if (storage === 'image')
        yield {
          message: 'image',
          range,
          data: { disc: target.text },
          migration: { advice: 'Put the disc in again on the other host, if its image is there.' },
        };
      else if (storage === 'local') yield { message: 'local', range, data, migration: { strength: 'depends', reason: 'its local disks' } };
      else yield { message: storage === 'unknown' ? 'default' : 'shared', range, data };
    }
  },
});
