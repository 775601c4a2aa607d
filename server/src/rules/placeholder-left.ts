import { listDisks } from '../model/queries/disks';
import { defineRule } from '../linter/rule';

/** What documentation writes for a letter that everybody has to choose. */
const HOLE = /^\/dev\/(?:hd|sd|xvd|vd|nvme|md|vg)X+\d*$|\/(?:CHANGE_?ME|YOUR_[A-Z_]+|path\/to)(?:\/|$)/;

export default defineRule({
  meta: {
    id: 'placeholder-left',
    summary: 'Reports disks whose path is the placeholder of an example.',
    rationale: 'Examples write `/dev/hdX` or `/path/to/disk` for what everybody has to choose. There is nothing at such a path.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['disk'],
    fixable: 'never',
    messages: {
      default: '`{target}` looks like the placeholder of an example that is still to be filled in',
    },
    evidence: ['tools/libs/light/libxl_device.c: libxl__device_disk_set_backend'],
  },
  *check({ model }) {
    for (const {
      item,
      disk: { target },
    } of listDisks(model)) {
      if (target !== undefined && HOLE.test(target.text))
        yield { message: 'default', range: item.rangeOf(target), data: { target: target.text } };
    }
  },
});
