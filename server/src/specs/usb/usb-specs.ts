/** The languages of USB controllers and USB devices (xl_parse.c, parse_usbctrl_config, parse_usbdev_config). */
import { message, type Word } from '../../text/message';
import { keyValueSpec, toStruct, valueOf } from '../key-value';
import { splitFields } from '../../schema/c-text/fields';
import { readAtoi } from '../../schema/c-text/c-number';
import type { ValueContext } from '../../schema/value-context';
import type { ValueProblem } from '../../schema/value-problem';
import { isSince } from '../../schema/xen-version';
import type { Spec, SpecContext, SpecField } from '../../schema/value-types/value-type';
import type { Slice, SpecText } from '../../schema/spec-text';
import { choice } from '../../schema/value-types/choice';
import type { UsbPlug } from './usb-ports';
import { byte, leadingNumber, looseInteger } from '../../schema/value-types/scanned-number';

export const USBCTRL_SPEC = keyValueSpec({
  id: 'usbctrl',
  what: 'a USB controller',
  titleKeys: ['type', 'version', 'ports'],
  unknown: 'refused',
  keys: [
    {
      name: 'type',
      type: choice({
        values: [{ value: 'auto' }, { value: 'pv' }, { value: 'devicemodel', detail: 'emulated by QEMU' }, { value: 'qusb' }],
        ignoresCase: true,
      }),
      summary: 'Chooses who plays the controller.',
      default: 'auto',
      initial: 'auto',
    },
    { name: 'version', type: looseInteger('`1`, `2` or `3`'), summary: 'Sets the version of USB.', default: '2' },
    { name: 'ports', type: looseInteger(), summary: 'Sets the number of ports.', default: '8' },
  ],
  checkFields: checkController,
});

interface PortLimits {
  readonly min: number;
  readonly max: number;
}

/** What a controller that QEMU emulates has, by its version; PV ones have up to 31 ports. */
const EMULATED_PORTS: ReadonlyMap<number, PortLimits> = new Map([
  [1, { min: 2, max: 2 }],
  [2, { min: 6, max: 6 }],
  [3, { min: -Infinity, max: 15 }],
]);
const PV_PORTS: PortLimits = { min: 1, max: 31 };
const PV_LIMITS: ReadonlyMap<number, PortLimits> = new Map([1, 2].map((version) => [version, PV_PORTS]));
const DEFAULT_VERSION = 2;
const DEFAULT_PORTS = 8;

interface Controller {
  readonly isEmulated: boolean;
  readonly version: number;
  /** 0 stands for the default. */
  readonly ports: number;
  /** Undefined for a version that there is not. */
  readonly limits: PortLimits | undefined;
}

/** libxl_usb.c, libxl__device_usbctrl_setdefault. */
function readController(fields: readonly SpecField[], context: ValueContext): Controller {
  const isEmulated = isEmulatedController(valueOf(fields, 'type')?.text ?? 'auto', context);
  const version = integerOf(fields, 'version') || DEFAULT_VERSION;
  return { isEmulated, version, ports: integerOf(fields, 'ports'), limits: (isEmulated ? EMULATED_PORTS : PV_LIMITS).get(version) };
}

function integerOf(fields: readonly SpecField[], key: string): number {
  return readAtoi(valueOf(fields, key)?.text ?? '');
}

function isWithin(ports: number, { min, max }: PortLimits): boolean {
  return ports === 0 || (ports >= min && ports <= max);
}

function* checkController(fields: readonly SpecField[], item: SpecText, context: SpecContext): Generator<ValueProblem> {
  if (!isSince(context.target.xen, '4.8')) return;
  const { isEmulated, limits, ports, version } = readController(fields, context);
  const kind = isEmulated ? message('emulated') : 'PV';
  const [versionText, portsText] = [valueOf(fields, 'version'), valueOf(fields, 'ports')];
  if (limits !== undefined) {
    if (portsText !== undefined && !isWithin(ports, limits))
      yield refusedPorts(portsText, limits, { kind, version: String(version) }, item);
  } else if (versionText !== undefined) {
    const data = { text: versionText.text, kind, versions: isEmulated ? message('1, 2 or 3') : message('1 or 2') };
    yield { code: 'refused-device-value', range: item.rangeOf(versionText), message: 'usbVersion', data, stage: 'create' };
  }
}

/** What `auto` is depends on the type of the domain. */
function isEmulatedController(type: string, { domainType }: ValueContext): boolean {
  const name = type.toLowerCase();
  return name === 'devicemodel' || (name === 'auto' && domainType === 'hvm');
}

function refusedPorts(
  ports: Slice,
  { min, max }: PortLimits,
  words: { readonly kind: Word; readonly version: string },
  item: SpecText,
): ValueProblem {
  const wanted = min === max ? String(min) : message('at most {max}', { max: String(max) });
  return { code: 'refused-device-value', range: item.rangeOf(ports), message: 'usbPorts', data: { ...words, wanted }, stage: 'create' };
}

const USBDEV_FIELDS = keyValueSpec<'ctrl' | 'type.hostdev.hostaddr' | 'type.hostdev.hostbus'>({
  id: 'usbdev',
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
      type: { ...choice({ values: [{ value: 'hostdev' }], ignoresCase: true }), read: () => undefined },
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

/** How many ports libxl gives a controller; undefined for one that it refuses. */
export function portCountOf(text: string, context: ValueContext): number | undefined {
  const { limits, ports } = readController(splitFields(text), context);
  if (limits === undefined || !isWithin(ports, limits)) return undefined;
  return ports || (limits.min === limits.max ? limits.min : DEFAULT_PORTS);
}

/** The numbers of a device, as xl reads them. */
export function readUsbPlug(text: string): UsbPlug {
  const fields = splitFields(text);
  const byteOf = (key: string): number => Number(BigInt.asUintN(8, leadingNumber(valueOf(fields, key)?.text ?? '')));
  // Where no controller is given, libxl has -1 for it.
  const controller = valueOf(fields, 'controller') === undefined ? -1 : integerOf(fields, 'controller');
  return {
    bus: byteOf('hostbus'),
    address: byteOf('hostaddr'),
    controller: controller === -1 ? undefined : controller,
    port: integerOf(fields, 'port'),
  };
}

export const USBDEV_SPEC: Spec = {
  ...USBDEV_FIELDS,
  title(text) {
    const [bus, address] = ['hostbus', 'hostaddr'].map((key) => valueOf(splitFields(text), key)?.text);
    return bus === undefined || address === undefined
      ? undefined
      : { name: message('bus {bus}, device {address}', { bus, address }), details: [] };
  },
  /** The address is there once the type is, which libxl adds when it makes the device. */
  toStruct(text, { target }) {
    const fields = splitFields(text);
    const { 'type.hostdev': address, ...others } = toStruct(fields, USBDEV_FIELDS.keys, target);
    return valueOf(fields, 'type') === undefined || address === undefined ? others : { ...others, 'type.hostdev': address };
  },
};
