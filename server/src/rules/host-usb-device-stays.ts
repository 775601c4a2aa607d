import { message } from '../text/message';
import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { listHostUsbDevices } from '../model/queries/host-usb-devices';
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
      default: 'The USB device `{text}` stays in this host when the domain moves',
      several: '{count} USB devices ({text}) stay in this host when the domain moves',
    },
    evidence: ['tools/libs/light/libxl_usb.c: libxl__device_usbdev_add', 'docs/man/xl.cfg.5.pod.in: usbdev'],
  },
  *check({ model }) {
    const usbdev = model.byName.get('usbdev');
    const devices = usbdev === undefined ? [] : deviceItems(model, 'usbdev').map(({ text, wholeRange: range }) => ({ text, range }));
    const emulated = listHostUsbDevices(model);
    const all = [...devices, ...emulated];
    const [first, ...others] = all;
    if (first === undefined) return;
    // One finding a domain: whoever moves it has to see to all of them.
    const related = others.map(({ text, range }) => ({ range, message: message('So does `{text}`', { text }) }));
    const remove =
      others.length === 0 && usbdev !== undefined && devices.length === 1 ? [removeItem(usbdev, first.range, model.tree.text)] : [];
    const [range, fixes] = [first.range, [...stateIntent(model), ...remove]];
    const data = { text: all.map(({ text }) => text).join('; '), count: String(all.length) };
    yield { message: others.length === 0 ? 'default' : 'several', range, data, related, fixes };
  },
});
