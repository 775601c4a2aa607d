import type { DomainModel } from '../model/domain-model';
import { deviceItems } from '../model/queries/device-items';
import { listHostUsbDevices } from '../model/queries/host-usb-devices';
import { splitFields } from '../schema/c-text/fields';
import { SpecText } from '../schema/spec-text';
import { defineRule } from '../linter/rule';
import { valueOf } from '../specs/key-value';
import { message } from '../text/message';
import type { TextRange } from '../text/text-range';

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
    const [first, ...others] = [...listPassedHubs(model), ...listEmulatedHubs(model)];
    if (first === undefined) return;
    yield { message: 'default', range: first, related: others.map((range) => ({ range, message: message('So is this one') })) };
  },
});

function listPassedHubs(model: DomainModel): readonly TextRange[] {
  return deviceItems(model, 'usbdev').flatMap((item) => {
    const address = valueOf(splitFields(item.text), 'hostaddr');
    return address !== undefined && /^(?:0x)?0*1$/i.test(address.text) ? [item.rangeOf(address)] : [];
  });
}

function listEmulatedHubs(model: DomainModel): readonly TextRange[] {
  return listHostUsbDevices(model)
    .filter(({ text }) => /^host:\d+\.0*1$/.test(text))
    .map((atom) => new SpecText(atom).wholeRange);
}
