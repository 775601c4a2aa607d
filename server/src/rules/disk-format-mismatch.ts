import { IMAGE_FORMATS, type ImageFormat } from '../kernel/identify';
import { defineRule } from '../linter/rule';
import { listDisks } from '../model/queries/disks';
import { factOf } from '../facts/host-facts';
import { formatOf } from '../specs/disk/disk';

/** The formats that fit what the first bytes say; of anything else nothing follows. */
const EXPECTED: Partial<Record<ImageFormat, readonly string[]>> = { 'qcow2-image': ['qcow2', 'qcow'], 'vhd-image': ['vhd'] };

export default defineRule({
  meta: {
    id: 'disk-format-mismatch',
    summary: 'Reports disk images whose format is not the one that the config says.',
    rationale:
      'A qcow2 image that is served as raw shows the guest the headers of the image instead of its disk, and what the guest writes there can damage it. The rule looks at the first bytes of the image.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['disk'],
    fixable: 'never',
    messages: {
      default: 'This is a {what}, but the config says `{format}`',
    },
    evidence: ['tools/libs/light/libxl_dm.c: qemu_disk_format_string'],
  },
  *check({ model, facts }) {
    for (const { item, disk } of listDisks(model)) {
      const { target } = disk;
      const fact = factOf(facts, target?.text);
      if (target === undefined || fact.state !== 'image') continue;
      const expected = EXPECTED[fact.report.format];
      const format = formatOf(disk);
      if (expected === undefined || expected.includes(format)) continue;
      yield { message: 'default', range: item.rangeOf(target), data: { what: IMAGE_FORMATS[fact.report.format], format } };
    }
  },
});
