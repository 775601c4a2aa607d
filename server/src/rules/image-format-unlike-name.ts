import { listDisks } from '../model/queries/disks';
import { factOf } from '../facts/host-facts';
import { writeInstead } from '../linter/fixes/write-instead';
import { defineRule, type Fix } from '../linter/rule';
import type { SpecText } from '../schema/spec-text';
import { type Disk, formatInName, formatOf } from '../specs/disk/disk';
import { takesFormat } from '../specs/disk/disk-keys';

export default defineRule({
  meta: {
    id: 'image-format-unlike-name',
    summary: 'Reports images whose name speaks for another format than the one that xl takes them for.',
    rationale:
      'xl believes what the config says and never looks into an image; where nothing is said, it is raw. The guest then sees the container as its disk, finds no partition table, and may destroy the image by writing to it.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['disk'],
    fixable: 'sometimes',
    messages: {
      default: '`{target}` is taken for a {format} image, and its name speaks for {other}. Write `format={other}` if it is one',
      unknown: '`{target}` is taken for a {format} image, and its name speaks for {other}, which xl does not take. Convert it if it is one',
    },
    evidence: ['tools/libs/util/libxlu_disk_l.l', 'docs/man/xl-disk-configuration.5.pod.in: format'],
  },
  *check({ model, facts }) {
    for (const { item, disk } of listDisks(model)) {
      const { target } = disk;
      const other = formatInName(disk);
      const format = formatOf(disk);
      const isElsewhere = disk.mistakes.length > 0 || disk.parameters.has('script') || disk.isCdrom;
      if (target === undefined || other === undefined || other === format || isElsewhere) continue;
      // What stands in the file decides where it was looked at.
      if (factOf(facts, target.text).state === 'image') continue;
      const place = { range: item.rangeOf(target), data: { target: target.text, format, other } };
      if (takesFormat(other, model.target)) yield { message: 'default', ...place, fixes: writeFormat(disk, item, other) };
      else yield { message: 'unknown', ...place };
    }
  },
});

/** Where the format stands, or in front of a string that names its parameters; an old prefix says the format too. */
function writeFormat({ format, positional, prefixes }: Disk, item: SpecText, wanted: string): readonly Fix[] {
  if (prefixes.length > 0) return [];
  if (format !== undefined) return [writeInstead(item.rangeOf(format), wanted)];
  return positional.length > 0 ? [] : [writeInstead(item.rangeOf({ start: 0, end: 0 }), `format=${wanted}, `)];
}
