/** Where Linux shows what a config needs of the host: bridges, and PCI devices with the driver that hands them on. */
import type { DomainModel } from '../model/domain-model';
import { deviceItems } from '../model/queries/device-items';
import { splitFields } from '../schema/c-text/fields';
import type { Slice, SpecText } from '../schema/spec-text';
import { isMeantAsDom0 } from '../specs/backend-domain';
import { valueOf } from '../specs/key-value';
import { type Bdf, formatBdf, readBdf } from '../specs/pci/bdf';

/** What Linux takes for the name of an interface. */
const INTERFACE_NAME = /^[^/\s:]{1,15}$/;

export interface NamedBridge {
  readonly item: SpecText;
  readonly name: Slice;
  readonly place: string;
}

/** The bridges that interfaces name and that the usual script looks for in dom0. */
export function listBridges(model: DomainModel): readonly NamedBridge[] {
  return deviceItems(model, 'vif').flatMap((item) => {
    const fields = splitFields(item.text);
    const name = valueOf(fields, 'bridge');
    const isElsewhere = fields.some(({ key }) => key?.text === 'script') || !isMeantAsDom0(valueOf(fields, 'backend')?.text ?? '');
    return name === undefined || isElsewhere || !INTERFACE_NAME.test(name.text)
      ? []
      : [{ item, name, place: `/sys/class/net/${name.text}` }];
  });
}

export interface NamedPciDevice {
  readonly item: SpecText;
  readonly address: Bdf;
  /** There where the host has the device. */
  readonly place: string;
  /** There where it can be given to a domain. */
  readonly assignablePlace: string;
}

/** The PCI devices of a domain that are one each. */
export function listPciDevices(model: DomainModel): readonly NamedPciDevice[] {
  return deviceItems(model, 'pci').flatMap((item) => {
    const address = readBdf(item.text, model.target);
    if (address?.function === undefined) return [];
    const name = formatBdf(address);
    return [{ item, address, place: `/sys/bus/pci/devices/${name}`, assignablePlace: `/sys/bus/pci/drivers/pciback/${name}` }];
  });
}

/** All of these places for a config. */
export function listHostPlaces(model: DomainModel): readonly string[] {
  const bridges = listBridges(model).map(({ place }) => place);
  const devices = listPciDevices(model).flatMap(({ place, assignablePlace }) => [place, assignablePlace]);
  return [...new Set([...bridges, ...devices])];
}
