/** The virtio devices of an Arm domain, each of which takes an interrupt (libxl_arm.c). */
import { valueOf } from '../../specs/key-value';
import { splitFields } from '../../schema/c-text/fields';
import { deviceItems } from './device-items';
import { listDisks } from './disks';
import type { DomainModel } from '../domain-model';
import type { Setting } from '../setting';

/** The interrupt of the virtual UART; those of virtio devices follow it. */
export const UART_INTERRUPT = 32;

/** The setting of each virtio device, disks first. */
export function listVirtioDevices(model: DomainModel): readonly Setting[] {
  const [disk, virtio] = [model.byName.get('disk'), model.byName.get('virtio')];
  const disks = listDisks(model).filter(({ disk: { parameters } }) => parameters.get('specification')?.text === 'virtio');
  const others = deviceItems(model, 'virtio').filter(({ text }) => valueOf(splitFields(text), 'transport')?.text.toLowerCase() === 'mmio');
  return [...disks.flatMap(() => disk ?? []), ...others.flatMap(() => virtio ?? [])];
}
