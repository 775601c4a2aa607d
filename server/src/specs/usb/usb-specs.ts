/** The languages of USB controllers and USB devices (xl_parse.c, parse_usbctrl_config, parse_usbdev_config). */
import { keyValueSpec, splitFields, toStruct, valueOf } from '../key-value';
import type { Spec } from '../spec';
import { byte, leadingNumber, looseInteger, oneOf } from '../spec-key';

export const USBCTRL_SPEC = keyValueSpec({
  what: 'a USB controller',
  titleKeys: ['type', 'version', 'ports'],
  unknown: 'refused',
  keys: [
    {
      name: 'type',
      type: oneOf([{ value: 'auto' }, { value: 'pv' }, { value: 'devicemodel', detail: 'emulated by QEMU' }, { value: 'qusb' }], {
        ignoresCase: true,
      }),
      summary: 'Chooses who plays the controller.',
      default: 'auto',
      initial: 'auto',
    },
    { name: 'version', type: looseInteger('`1`, `2` or `3`'), summary: 'Sets the version of USB.', default: '2' },
    { name: 'ports', type: looseInteger(), summary: 'Sets the number of ports.', default: '8' },
  ],
});

const USBDEV_FIELDS = keyValueSpec({
  what: 'a USB device',
  unknown: 'refused',
  keys: [
    {
      name: 'hostbus',
      field: 'type.hostdev.hostbus',
      type: byte('number of a bus, as `lsusb` shows it'),
      summary: 'Names the bus of the device on the host.',
    },
    {
      name: 'hostaddr',
      field: 'type.hostdev.hostaddr',
      type: byte('number on the bus, as `lsusb` shows it'),
      summary: 'Names the device on its bus; the number changes when it is plugged in anew.',
    },
    {
      name: 'type',
      type: { ...oneOf([{ value: 'hostdev' }], { ignoresCase: true }), read: () => undefined },
      summary: 'Says that it is a device of the host.',
      default: 'hostdev',
    },
    { name: 'controller', field: 'ctrl', initial: -1, type: looseInteger(), summary: 'Chooses the controller that it is plugged into.' },
    { name: 'port', type: looseInteger(), summary: 'Chooses the port of the controller.' },
  ],
  *checkFields(fields, item) {
    const port = valueOf(fields, 'port');
    if (port === undefined || leadingNumber(port.text) === 0n || valueOf(fields, 'controller') !== undefined) return;
    yield { code: 'refused-device-value', range: item.rangeOf(port), message: 'portAlone', data: {}, stage: 'create' };
  },
});

export const USBDEV_SPEC: Spec = {
  ...USBDEV_FIELDS,
  title(text) {
    const [bus, address] = ['hostbus', 'hostaddr'].map((key) => valueOf(splitFields(text), key)?.text);
    return bus === undefined || address === undefined ? undefined : { name: `bus ${bus}, device ${address}`, detail: '' };
  },
  /** The address is there once the type is, which libxl adds when it makes the device. */
  toStruct(text, { target }) {
    const fields = splitFields(text);
    const { 'type.hostdev': address, ...others } = toStruct(fields, USBDEV_FIELDS.keys, target);
    return valueOf(fields, 'type') === undefined || address === undefined ? others : { ...others, 'type.hostdev': address };
  },
};
