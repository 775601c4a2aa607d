import { defineRule } from '../linter/rule';
import { listDisks } from '../model/queries/disks';
import { chooseFile } from '../linter/fixes/choose-file';
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
    fixable: 'sometimes',
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
      const fact = factOf(facts, target?.text);
      if (target === undefined || fact.state !== 'missing') continue;
      const range = item.rangeOf(target);
      yield { message: 'default', range, fixes: chooseFile(range, fact, (near) => near) };
    }
  },
});
