import { atomOf } from '../model/setting';
import { writeInstead } from '../linter/fixes/write-instead';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'pygrub-path-gone',
    summary: 'Reports pygrub under a path that Xen no longer installs.',
    rationale:
      'Up to 4.18, Xen installed a link at `/usr/bin/pygrub` for configs of long ago. libxl takes a whole path as it is written, finds no program there, and the domain does not start.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['bootloader'],
    since: '4.19',
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    supersedes: ['bootloader-with-path'],
    messages: {
      default: 'Xen no longer installs `/usr/bin/pygrub`, so the domain does not start. Write `"pygrub"`',
    },
    evidence: ['CHANGELOG.md: 4.19.0, pygrub symlink', 'tools/libs/light/libxl_bootloader.c: bootloader_disk_attached_cb'],
  },
  *check({ model }) {
    const atom = atomOf(model.byName.get('bootloader'));
    if (model.domainType === 'hvm' || atom?.text !== '/usr/bin/pygrub') return;
    yield { message: 'default', range: atom.range, fixes: [writeInstead(atom.range, '"pygrub"')] };
  },
});
