import { defineRule } from '../linter/rule';
import { listDisks } from '../model/queries/disks';
import { factOf } from '../facts/host-facts';

export default defineRule({
  meta: {
    id: 'disk-target-not-found',
    summary: 'Reports disks whose target is not there.',
    rationale:
      'The backend needs the image or the device when it creates the domain, and libxl looks for it before. It is only looked for where that can be known: on a machine that runs Xen, or below a path that the project maps with `roots`.',
    category: 'correctness',
    severity: 'information',
    subjects: ['disk'],
    fixable: 'never',
    messages: {
      default: 'There is no such file or device',
    },
    evidence: ['tools/libs/light/libxl_device.c: libxl__device_disk_set_backend'],
  },
  *check({ model, facts }) {
    for (const {
      item,
      disk: { target },
    } of listDisks(model)) {
      if (target !== undefined && factOf(facts, target.text).state === 'missing') yield { message: 'default', range: item.rangeOf(target) };
    }
  },
});
