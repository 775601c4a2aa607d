import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'path-on-guest-disk',
    summary: 'Reports a kernel or ramdisk beside pygrub, which looks for them on the disk of the guest.',
    rationale:
      'With `bootloader = "pygrub"`, `kernel` and `ramdisk` do not name files of the host: pygrub takes them as paths on the disk of the guest, in place of what the menu of the guest says.',
    category: 'correctness',
    severity: 'hint',
    subjects: ['bootloader'],
    fixable: 'never',
    messages: {
      default: 'pygrub looks for this file on the disk of the guest, not on the host',
    },
    evidence: ['tools/libs/light/libxl_bootloader.c: make_bootloader_args', 'tools/pygrub/src/pygrub: run_grub'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const program = atomOf(byName.get('bootloader'))?.text ?? '';
    if (domainType === 'hvm' || !/(?:^|\/)pygrub$/.test(program)) return;
    for (const name of ['kernel', 'ramdisk'] as const) {
      const atom = atomOf(byName.get(name));
      if (atom !== undefined && atom.text !== '') yield { message: 'default', range: atom.range };
    }
  },
});
