import { listDisks } from '../model/queries/disks';
import { atomOf } from '../model/setting';
import { SpecText } from '../schema/spec-text';
import type { DomainModel } from '../model/domain-model';
import { writeInstead } from '../linter/fixes/write-instead';
import { defineRule, type Report } from '../linter/rule';
import { hasRelativeTarget, isRelativePath } from '../specs/disk/disk';

const MESSAGES = {
  default: 'xl finds this only where it was started, and no longer when the guest reboots. Write the whole path',
  device: 'xl does not put `/dev/` before the target as xend did. Did you mean `/dev/{target}`?',
} as const;

export default defineRule({
  meta: {
    id: 'relative-path',
    summary: 'Reports paths that depend on the folder in which xl was started.',
    rationale:
      'xl looks for such a file in the folder where it runs. After `xl create` it goes on as a daemon in `/`, so when the guest reboots it is looked for there. xend put `/dev/` before the target of `phy:`; xl does not.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['kernel', 'ramdisk', 'disk'],
    fixable: 'sometimes',
    messages: MESSAGES,
    evidence: ['tools/xl/xl_utils.c: do_daemonize', 'tools/libs/light/libxl_device.c: libxl__device_disk_set_backend'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    // A boot loader program looks for both on the disk of the guest.
    const hasProgram = domainType !== 'hvm' && atomOf(byName.get('bootloader')) !== undefined;
    for (const name of hasProgram ? [] : (['kernel', 'ramdisk'] as const)) {
      const atom = atomOf(byName.get(name));
      if (atom === undefined || !isRelativePath(atom.text) || atom.text === 'hvmloader') continue;
      yield { message: 'default', range: new SpecText(atom).wholeRange, severity: 'hint' };
    }
    yield* checkDisks(model);
  },
});

function* checkDisks(model: DomainModel): Generator<Report<typeof MESSAGES>> {
  for (const { item, disk } of listDisks(model)) {
    const { target, prefixes, mistakes } = disk;
    if (target === undefined || mistakes.length > 0 || !hasRelativeTarget(disk)) continue;
    const range = item.rangeOf(target);
    const fixes = [writeInstead(range, `/dev/${target.text}`)];
    if (prefixes.some(({ text }) => text === 'phy')) yield { message: 'device', range, data: { target: target.text }, fixes };
    else yield { message: 'default', range, severity: 'hint' };
  }
}
