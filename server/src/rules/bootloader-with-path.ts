import { message } from '../text/message';
import { atomOf } from '../model/setting';
import { defineRule, type Fix } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'bootloader-with-path',
    summary: 'Reports pygrub under its old path.',
    rationale: 'libxl looks the program up by itself, and warns about the path that it had long ago.',
    category: 'style',
    severity: 'hint',
    subjects: ['bootloader'],
    fixable: 'always',
    tag: 'deprecated',
    messages: {
      default: 'Write `"pygrub"` without a path; libxl warns about this one',
    },
    evidence: ['tools/libs/light/libxl_bootloader.c: bootloader_disk_attached_cb'],
  },
  *check({ model }) {
    const atom = atomOf(model.byName.get('bootloader'));
    if (model.domainType === 'hvm' || atom?.text !== '/usr/bin/pygrub') return;
    const fixes: readonly Fix[] = [
      { title: message('Write `"pygrub"`'), safety: 'review', edits: [{ range: atom.range, newText: '"pygrub"' }] },
    ];
    yield { message: 'default', range: atom.range, fixes };
  },
});
