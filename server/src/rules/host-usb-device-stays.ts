import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { leadingAtoms } from '../schema/xl-value';
import { removeItem } from '../linter/fixes/remove-item';
import { stateIntent } from '../linter/fixes/state-intent';

export default defineRule({
  meta: {
    id: 'host-usb-device-stays',
    summary: 'Reports USB devices of the host that a domain has.',
    rationale:
      'The device is plugged into its host and stays there when the domain moves. Nothing refuses the migration, and the guest finds the device gone.',
    category: 'compatibility',
    severity: 'warning',
    subjects: ['usbdev', 'usbdevice'],
    fixable: 'always',
    migration: {
      strength: 'breaks',
      reason: 'USB devices',
      advice: 'Detach the device with `xl usbdev-detach` before, and attach one on the other host.',
    },
    messages: {
      default: 'The USB device stays in this host when the domain moves',
    },
    evidence: ['tools/libs/light/libxl_usb.c: libxl__device_usbdev_add', 'docs/man/xl.cfg.5.pod.in: usbdev'],
  },
  *check({ model }) {
    const usbdev = model.byName.get('usbdev');
    for (const item of deviceItems(model, 'usbdev')) {
      if (usbdev !== undefined)
        yield {
          message: 'default',
          range: item.wholeRange,
          fixes: [...stateIntent(model), removeItem(usbdev, item.wholeRange, model.tree.text)],
        };
    }
    if (model.domainType !== 'hvm') return;
    const value = model.byName.get('usbdevice')?.value;
    const atoms = value === undefined ? [] : value.kind === 'atom' ? [value] : leadingAtoms(value);
    for (const { text, range } of atoms) if (text.startsWith('host:')) yield { message: 'default', range, fixes: stateIntent(model) };
  },
});
