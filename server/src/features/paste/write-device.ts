/** Writes pasted devices as the strings that xl takes for them. */
import type { DomainModel } from '../../model/domain-model';
import { FreeVdevs } from '../../model/queries/free-vdevs';
import { listHostUsbDevices } from '../../model/queries/host-usb-devices';
import type { OptionName } from '../../options/index';
import { isSince } from '../../schema/xen-version';
import { takesFormat } from '../../specs/disk/disk-keys';
import type { PastedDevice, PastedDisk, PastedInterface, PastedUsb } from './pasted-device';

/** A string for the list of an option. */
export interface DeviceItem {
  readonly option: OptionName;
  readonly text: string;
}

/** The strings for all devices; undefined where xl of the target cannot have one of them. */
export function writeDevices(devices: readonly PastedDevice[], model: DomainModel): readonly DeviceItem[] | undefined {
  const vdevs = new FreeVdevs(model);
  const items = devices.map((device) => writeDevice(device, model, vdevs));
  const written = items.filter((item) => item !== undefined);
  return written.length === devices.length ? written : undefined;
}

function writeDevice(device: PastedDevice, model: DomainModel, vdevs: FreeVdevs): DeviceItem | undefined {
  switch (device.kind) {
    case 'pci':
      return { option: 'pci', text: device.address };
    case 'usb':
      return writeUsb(device, model);
    case 'interface':
      return { option: 'vif', text: writeInterface(device, model) };
    case 'disk':
      return writeDisk(device, model, vdevs);
    default: {
      const unreachable: never = device;
      return unreachable;
    }
  }
}

/** By its place, or where that is not known or older releases cannot, by what it is: only the emulator finds it by that. */
function writeUsb({ place, id }: PastedUsb, model: DomainModel): DeviceItem | undefined {
  const hasOld = listHostUsbDevices(model).length > 0;
  if (place !== undefined && isSince(model.target.xen, '4.7') && !hasOld) {
    return { option: 'usbdev', text: `type=hostdev, hostbus=${place.bus}, hostaddr=${place.address}` };
  }
  if (model.domainType !== 'hvm') return undefined;
  const name = id ?? (place === undefined ? undefined : `${place.bus}.${place.address}`);
  return name === undefined ? undefined : { option: 'usbdevice', text: `host:${name}` };
}

function writeInterface({ mac, bridge, model: card }: PastedInterface, { domainType }: DomainModel): string {
  const fields = [
    ['mac', mac],
    ['bridge', bridge],
    ['model', domainType === 'hvm' ? card : undefined],
  ] as const;
  return fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`])).join(', ');
}

function writeDisk(
  { target, format, isCdrom, isReadOnly, index }: PastedDisk,
  model: DomainModel,
  vdevs: FreeVdevs,
): DeviceItem | undefined {
  if (!takesFormat(format, model.target)) return undefined;
  const vdev = vdevs.take(index);
  if (vdev === undefined) return undefined;
  const type = isCdrom ? ['devtype=cdrom'] : [];
  const fields = [`format=${format}`, `vdev=${vdev}`, `access=${isReadOnly ? 'ro' : 'rw'}`, ...type, `target=${target}`];
  return { option: 'disk', text: fields.join(', ') };
}
