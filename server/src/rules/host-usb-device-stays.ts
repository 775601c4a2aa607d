import { message } from '../text/message';
import type { TextRange } from '../text/text-range';
import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { leadingAtoms, type XlValue } from '../schema/xl-value';
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
    const emulated = model.domainType === 'hvm' ? emulatedDevices(model.byName.get('usbdevice')?.value) : [];
    const [first, ...others] = [...devices, ...emulated];
    if (first === undefined) return;
    // One finding a domain: whoever moves it has to see to all of them.
    const related = others.map(({ text, range }) => ({ range, message: message('So does `{text}`', { text }) }));
    const remove =
      others.length === 0 && usbdev !== undefined && devices.length === 1 ? [removeItem(usbdev, first.range, model.tree.text)] : [];
    const [range, fixes] = [first.range, [...stateIntent(model), ...remove]];
    const data = {
      text: devices
        .concat(emulated)
        .map(({ text }) => text)
        .join('; '),
      count: String(others.length + 1),
    };
    yield { message: others.length === 0 ? 'default' : 'several', range, data, related, fixes };
  },
});

/** The devices of the host that QEMU hands on. */
function emulatedDevices(value: XlValue | undefined): readonly { readonly text: string; readonly range: TextRange }[] {
  const atoms = value === undefined ? [] : value.kind === 'atom' ? [value] : leadingAtoms(value);
  return atoms.filter(({ text }) => text.startsWith('host:'));
}
