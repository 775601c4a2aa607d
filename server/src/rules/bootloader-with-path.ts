import { atomOf } from '../model/setting';
import { writeInstead } from '../linter/fixes/write-instead';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';

/** Debian keeps the programs of each release in a folder of its own. */
const VERSIONED = /^\/usr\/lib\/xen-\d+\.\d+\/bin\/pygrub$/;

export default defineRule({
  meta: {
    id: 'bootloader-with-path',
    summary: 'Reports pygrub under its old path.',
    rationale: 'libxl looks the program up by itself, and warns about the path that it had long ago.',
    category: 'style',
    severity: 'hint',
    subjects: ['bootloader'],
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    tag: 'deprecated',
    messages: {
      default: 'Write `"pygrub"` without a path; libxl warns about this one',
      versioned: 'This pygrub is there with one package of Xen only. Write `"pygrub"`, which libxl finds by itself',
    },
    evidence: ['tools/libs/light/libxl_bootloader.c: bootloader_disk_attached_cb'],
  },
  *check({ model }) {
    const atom = atomOf(model.byName.get('bootloader'));
    const isVersioned = VERSIONED.test(atom?.text ?? '');
    if (model.domainType === 'hvm' || atom === undefined || (atom.text !== '/usr/bin/pygrub' && !isVersioned)) return;
    yield { message: isVersioned ? 'versioned' : 'default', range: atom.range, fixes: [writeInstead(atom.range, '"pygrub"')] };
  },
});
