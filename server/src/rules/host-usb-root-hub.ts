import { deviceItems } from '../model/queries/device-items';
import { atomOf, type Setting } from '../model/setting';
import { splitFields } from '../schema/c-text/fields';
import { SpecText } from '../schema/spec-text';
import { defineRule } from '../linter/rule';
import { valueOf } from '../specs/key-value';

export default defineRule({
  meta: {
    id: 'host-usb-root-hub',
    summary: 'Reports the root hub of a USB bus where a device of the host is meant.',
    rationale:
      'Device 1 of every bus is the root hub of the host, which cannot be passed to a guest. Devices that are plugged in begin with 2.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['usbdev', 'usbdevice'],
    fixable: 'never',
    messages: {
      default: 'Device 1 of a bus is the root hub of the host, not a device that a guest can have. `lsusb` shows the others',
    },
    evidence: ['tools/libs/light/libxl_usb.c: usbdev_busaddr_to_busid'],
  },
  *check({ model }) {
    for (const item of deviceItems(model, 'usbdev')) {
      const address = valueOf(splitFields(item.text), 'hostaddr');
      if (address !== undefined && /^(?:0x)?0*1$/i.test(address.text)) yield { message: 'default', range: item.rangeOf(address) };
    }
    if (model.domainType !== 'hvm') return;
    for (const item of emulatedDevices(model.byName.get('usbdevice'), deviceItems(model, 'usbdevice'))) {
      if (/^host:\d+\.0*1$/.test(item.text)) yield { message: 'default', range: item.wholeRange };
    }
  },
});

/** The devices of the option, which is a text or a list. */
function emulatedDevices(setting: Setting | undefined, items: readonly SpecText[]): readonly SpecText[] {
  const atom = atomOf(setting);
  return atom === undefined ? items : [new SpecText(atom)];
}
