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
    subjects: ['dtdev'],
    fixable: 'never',
    messages: {
      default: 'The guest finds no node for these devices: `device_tree` is missing',
    },
    evidence: ['docs/misc/arm/passthrough.txt'],
  },
  *check({ model }) {
    const dtdev = model.byName.get('dtdev');
    if (dtdev === undefined || model.target.arch !== 'arm' || itemCountOf(dtdev) === 0 || model.byName.has('device_tree')) return;
    // The xl of some vendors makes the nodes itself.
    if (model.settings.some(({ name }) => findForeignName(name)?.origin === 'vendor')) return;
    yield { message: 'default', range: dtdev.nameRange };
  },
});
