/** The disks of a domain; what their strings say is read once for all who ask. */
import type { SpecText } from '../../schema/spec-text';
import type { DomainModel, ReadDisk } from '../domain-model';
import type { SettingsByName } from '../setting';
import { deviceItems } from './device-items';

export interface PlacedDisk extends ReadDisk {
  readonly item: SpecText;
}

const known = new WeakMap<SettingsByName, readonly PlacedDisk[]>();

/** One for each string of `disk`, whether it is right or not. */
export function listDisks(model: DomainModel): readonly PlacedDisk[] {
  const { byName, diskReader } = model;
  const disks = known.get(byName) ?? deviceItems(model, 'disk').map((item) => placeDisk(item, diskReader.of(item.text)));
  known.set(byName, disks);
  return disks;
}

function placeDisk(item: SpecText, { disk, device }: ReadDisk): PlacedDisk {
  return { item, disk, device };
}
