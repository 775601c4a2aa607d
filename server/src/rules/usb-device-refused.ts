import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { portCountOf, readUsbPlug } from '../specs/usb/usb-specs';
import { UsbPorts } from '../specs/usb/usb-ports';

export default defineRule({
  meta: {
    id: 'usb-device-refused',
    summary: 'Reports USB devices that cannot be plugged in where they are to be.',
    rationale:
      'libxl plugs in the devices in their order. It stops at one whose controller is not there or has no port left, whose port is taken, or which is in the domain already.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['usbdev'],
    since: '4.8',
    fixable: 'never',
    messages: {
      noDevice: 'A device of the host has a `hostbus` and a `hostaddr` above 0: libxl refuses the domain',
      twice: 'This device is plugged in already: libxl refuses the domain',
      noController: 'There is no controller {controller}: libxl refuses the domain',
      portTaken: 'Port {port} of controller {controller} is taken: libxl refuses the domain',
      noPort: 'Controller {controller} has no port left: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_usb.c: libxl__device_usbdev_add', 'tools/libs/light/libxl_usb.c: libxl__device_usbdev_setdefault'],
  },
  *check({ model }) {
    const portCounts = deviceItems(model, 'usbctrl').map(({ text }) => portCountOf(text, model));
    const addedPorts = portCountOf('', model);
    const known = portCounts.filter((count) => count !== undefined);
    // A string that xl or libxl refuses has an error of its own.
    const isRefused = model.valueProblems.some(({ setting, problem }) => setting.name.startsWith('usb') && problem.stage !== undefined);
    if (isRefused || known.length < portCounts.length || addedPorts === undefined) return;
    const ports = new UsbPorts(known, addedPorts);
    for (const item of deviceItems(model, 'usbdev')) {
      const plug = readUsbPlug(item.text);
      const refusal = ports.plug(plug);
      if (refusal === undefined) continue;
      const data = { controller: String(plug.controller ?? ''), port: String(plug.port) };
      yield { message: refusal, range: item.wholeRange, data };
    }
  },
});
