import { defineRule } from '../linter/rule';
import { itemCountOf } from '../model/setting';
import { findForeignName } from '../options/foreign-names';

export default defineRule({
  meta: {
    id: 'arm-device-without-node',
    summary: 'Reports devices that are passed to an Arm guest without a device tree that describes them.',
    rationale:
      'A guest on Arm finds its devices in its device tree. xl maps the memory and the interrupts of a device, but the node that tells the guest about it has to come from the partial device tree of `device_tree`.',
    category: 'correctness',
    severity: 'information',
    subjects: ['dtdev', 'iomem'],
    fixable: 'never',
    messages: {
      default: 'The guest finds no node for these devices: `device_tree` is missing',
      memory: 'Nothing tells the guest about this memory: `device_tree` is missing',
    },
    evidence: ['docs/misc/arm/passthrough.txt'],
  },
  *check({ model }) {
    if (model.target.arch !== 'arm' || model.byName.has('device_tree')) return;
    // The xl of some vendors makes the nodes itself.
    if (model.settings.some(({ name }) => findForeignName(name)?.origin === 'vendor')) return;
    const [dtdev, iomem] = [model.byName.get('dtdev'), model.byName.get('iomem')];
    if (dtdev !== undefined && itemCountOf(dtdev) > 0) yield { message: 'default', range: dtdev.nameRange };
    // A guest can also be built to know its addresses.
    else if (iomem !== undefined && itemCountOf(iomem) > 0) yield { message: 'memory', range: iomem.nameRange, severity: 'hint' };
  },
});
