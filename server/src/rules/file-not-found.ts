import { defineRule } from '../linter/rule';
import { chooseFile } from '../linter/fixes/choose-file';
import { factOf } from '../facts/host-facts';
import { atomOf } from '../model/setting';

const SUBJECTS = ['kernel', 'ramdisk', 'device_tree', 'firmware_override', 'bios_path_override', 'bootloader', 'pvshim_path'] as const;

export default defineRule({
  meta: {
    id: 'file-not-found',
    summary: 'Reports files that a config names and that are not there.',
    rationale:
      'The toolstack needs the file when it creates the domain. It is only looked for where that can be known: on a machine that runs Xen, or below a path that the project maps with `roots`. Beside a `bootloader`, `kernel` and `ramdisk` are paths on the disk of the guest and left alone.',
    category: 'correctness',
    severity: 'information',
    subjects: SUBJECTS,
    fixable: 'sometimes',
    messages: {
      missing: '`{path}` not found',
      mapped: '`{path}` not found (looked in {folder}, from `roots`)',
      unreadable: '`{path}` {reason}',
    },
    evidence: ['tools/libs/guest/xg_dom_core.c: xc_dom_malloc_filemap'],
  },
  *check({ model, facts }) {
    for (const name of SUBJECTS) {
      const value = atomOf(model.byName.get(name));
      const fact = factOf(facts, value?.text);
      if (value === undefined) continue;
      const { text: path, range } = value;
      const fixes = chooseFile(range, fact, (near) => `"${near}"`);
      if (fact.state === 'missing' && fact.folder !== undefined)
        yield { message: 'mapped', range, data: { path, folder: fact.folder }, fixes };
      else if (fact.state === 'missing') yield { message: 'missing', range, data: { path }, fixes };
      else if (fact.state === 'unreadable') yield { message: 'unreadable', range, data: { path, reason: fact.reason } };
    }
  },
});
