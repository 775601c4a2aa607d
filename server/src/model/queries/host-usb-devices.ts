/** The USB devices of the host that the emulator hands on to an HVM domain. */
import { type AtomValue, atomsOf } from '../../schema/xl-value';
import type { DomainModel } from '../domain-model';

/** The strings of `usbdevice` that name devices of the host; other domains have no emulator for them. */
export function listHostUsbDevices({ byName, domainType }: DomainModel): readonly AtomValue[] {
  return domainType === 'hvm' ? atomsOf(byName.get('usbdevice')?.value).filter(({ text }) => text.startsWith('host:')) : [];
}
