import { type AtomValue, atomsOf } from '../schema/xl-value';
import { SpecText } from '../schema/spec-text';
import { isSince } from '../schema/xen-version';
import { findDeviceModel } from '../model/queries/device-model';
import { writeInstead } from '../linter/fixes/write-instead';
import { defineRule, type Report } from '../linter/rule';
import type { XenVersion } from '../schema/xen-version';

/** Names of `-device`, and what `-usbdevice` calls the same devices. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['usb-tablet', 'tablet'],
  ['usb-mouse', 'mouse'],
  ['usb-kbd', 'keyboard'],
  ['usb-wacom-tablet', 'wacom-tablet'],
]);

const MESSAGES = {
  name: 'QEMU stops at `{text}`, which is not a device of `usbdevice`. Did you mean `{name}`?',
  host: 'QEMU takes no devices of the host here since 6.0 and stops. Give the device with `usbdev`',
} as const;

export default defineRule({
  meta: {
    id: 'usbdevice-refused-by-qemu',
    summary: 'Reports USB devices at which QEMU stops.',
    rationale:
      'libxl hands the text on to the option `-usbdevice` of QEMU, which has names of its own for devices and no longer takes those of the host. QEMU ends, and with it the domain.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['usbdevice'],
    fixable: 'sometimes',
    supersedes: ['host-usb-root-hub'],
    messages: MESSAGES,
    evidence: ['tools/libs/light/libxl_dm.c: libxl__build_device_model_args_new', 'hw/usb/bus.c of QEMU: usbdevice_create'],
  },
  *check({ model }) {
    if (model.domainType !== 'hvm' || findDeviceModel(model).deviceModel !== 'qemu-xen') return;
    for (const atom of atomsOf(model.byName.get('usbdevice')?.value)) yield* checkDevice(atom, model.target.xen);
  },
});

function* checkDevice(atom: AtomValue, xen: XenVersion): Generator<Report<typeof MESSAGES>> {
  const item = new SpecText(atom);
  const name = NAMES.get(item.text);
  const range = item.wholeRange;
  if (name !== undefined) {
    yield { message: 'name', range, data: { text: item.text, name }, fixes: [writeInstead(range, name)] };
  } else if (item.text.startsWith('host:') && isSince(xen, '4.17')) {
    // That release comes with QEMU 7.0; which QEMU older ones run on is not certain.
    yield { message: 'host', range };
  }
}
