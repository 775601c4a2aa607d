/** The device of the host that a device string gives to a domain. */
import type { FleetDevice, FleetDomain } from '../features/fleet-domain';
import { PCI_SPEC } from '../specs/pci/pci-spec';
import { readUsbPlug } from '../specs/usb/usb-specs';
import { isObject, type Json } from '../text/json';

export interface PassedDevice {
  readonly kind: 'pci' | 'usb' | 'device';
  /** The same for all texts that mean the same device. */
  readonly identity: string;
  readonly name: string;
}

/** @returns undefined for a string that gives no device of the host, or one that cannot be told */
export function passedDevice({ option, text }: FleetDevice, { target, type }: FleetDomain): PassedDevice | undefined {
  switch (option) {
    case 'pci':
      return named('pci', pciAddress(PCI_SPEC.toStruct?.(text, { target, domainType: type })));
    case 'usbdev':
      return named('usb', usbAddress(text));
    case 'dtdev':
      return named('device', text);
    default:
      return undefined;
  }
}

function named(kind: PassedDevice['kind'], name: string | undefined): PassedDevice | undefined {
  return name === undefined || name === '' ? undefined : { kind, identity: name, name };
}

/** As `lspci -D` writes it, with a star for all functions. */
function pciAddress(struct: Json | undefined): string | undefined {
  if (!isObject(struct) || struct['bus'] === undefined) return undefined;
  const part = (key: string, digits: number): string =>
    Number(struct[key] ?? 0)
      .toString(16)
      .padStart(digits, '0');
  const fn = Number(struct['vfunc_mask'] ?? 1) === 1 ? part('func', 1) : '*';
  return `${part('domain', 4)}:${part('bus', 2)}:${part('dev', 2)}.${fn}`;
}

/** As `lsusb -s` takes it. */
function usbAddress(text: string): string | undefined {
  const { bus, address } = readUsbPlug(text);
  return address === 0 ? undefined : `${bus}:${address}`;
}
