/** The emulated video card of an HVM domain and its memory (libxl_create.c, libxl__domain_build_info_setdefault). */
import type { DeviceModel } from '../../schema/device-model';
import type { DomainModel } from '../domain-model';
import { atomOf, numberOf, switchOf } from '../setting';
import { findDeviceModel } from './device-model';

interface CardMemory {
  /** MiB that the card has where nothing is said. */
  readonly usual: bigint;
  /** MiB below which libxl refuses the domain. */
  readonly least?: bigint;
}

const CARDS: Readonly<Record<DeviceModel, ReadonlyMap<string, CardMemory>>> = {
  'qemu-xen': new Map([
    ['none', { usual: 0n }],
    ['stdvga', { usual: 16n, least: 16n }],
    ['cirrus', { usual: 8n, least: 8n }],
    ['qxl', { usual: 128n, least: 128n }],
  ]),
  'qemu-xen-traditional': new Map([
    ['none', { usual: 0n }],
    ['stdvga', { usual: 8n, least: 8n }],
    ['cirrus', { usual: 4n }],
  ]),
  none: new Map(),
};

export interface VideoCard extends CardMemory {
  readonly name: string;
}

/** The card of a domain; undefined where the device model has no such card. */
export function findVideoCard(model: DomainModel): VideoCard | undefined {
  const { byName } = model;
  const name = atomOf(byName.get('vga'))?.text ?? (switchOf(byName.get('stdvga')) === true ? 'stdvga' : 'cirrus');
  const memory = CARDS[findDeviceModel(model).deviceModel].get(name);
  return memory === undefined ? undefined : { name, ...memory };
}

/** MiB that the card takes of the memory of the domain; undefined where that is not certain. */
export function findVideoMemory(model: DomainModel): bigint | undefined {
  const given = numberOf(model.byName.get('videoram'));
  // A negative number stands for the usual amount, or for more than there is.
  return given !== undefined && given < 0n ? undefined : (given ?? findVideoCard(model)?.usual);
}
