/** Where a config names files of the host. The schema says which values do; what lies elsewhere is left out here. */
import type { DomainModel } from '../model/domain-model';
import { findPlaces, type NamedPlace } from '../model/queries/named-places';
import type { Setting } from '../model/setting';
import type { OptionName } from '../options/index';
import type { AtomValue } from '../schema/xl-value';
import { isRemotePath } from '../text/remote-path';
import { isLeftToBootloader } from './kernel-use';

export interface FilePlace {
  readonly place: NamedPlace;
  /** Absolute, as dom0 sees it. */
  readonly path: string;
}

/** What a boot loader looks for on the disk of the guest. */
const BOOT_FILES: readonly OptionName[] = ['kernel', 'ramdisk'];

/** The files that a config names, each once. */
export interface NamedFiles {
  readonly all: readonly string[];
  /** Those that settings name by themselves, and not in a device string. */
  readonly ofSettings: readonly string[];
}

const known = new WeakMap<readonly Setting[], NamedFiles>();

/** The paths of all of them; asked for at each keystroke, so only they are kept. */
export function listNamedFiles(model: DomainModel): NamedFiles {
  const files = known.get(model.effective) ?? findNamedFiles(model);
  known.set(model.effective, files);
  return files;
}

function findNamedFiles(model: DomainModel): NamedFiles {
  const [all, ofSettings] = [new Set<string>(), new Set<string>()];
  for (const { place, path } of listFilePlaces(model)) {
    all.add(path);
    if (place.item === undefined) ofSettings.add(path);
  }
  return { all: [...all], ofSettings: [...ofSettings] };
}

/** The places in settings that count that name a file of dom0, in the order of the text. */
export function listFilePlaces(model: DomainModel): readonly FilePlace[] {
  const places = findPlaces(model, (thing) => thing.fileOf !== undefined || thing.kind === 'domain');
  const isOnGuest = isLeftToBootloader(model);
  const elsewhere = findElsewhere(places);
  return places.flatMap((place): readonly FilePlace[] => {
    const { thing, text, setting, item } = place;
    const path = thing.fileOf?.(text);
    const isLost = setting.option !== undefined && model.byName.get(setting.option.name) !== setting;
    const isOfGuest = isOnGuest && BOOT_FILES.some((name) => name === setting.name);
    const isElsewhere = item !== undefined && elsewhere.has(item);
    const isHere = !isLost && !isOfGuest && !isElsewhere && !hasScript(model, place);
    return path !== undefined && !isRemotePath(path) && isHere ? [{ place, path }] : [];
  });
}

/** Whether a script makes sense of the target of a disk, which an old prefix can ask for too. */
function hasScript({ diskReader }: DomainModel, { setting, thing, item }: NamedPlace): boolean {
  if (setting.name !== 'disk' || thing.kind !== 'file' || item === undefined) return false;
  return diskReader.of(item.text).disk.parameters.has('script');
}

/** What of device strings a driver domain would find on its own disk. */
function findElsewhere(places: readonly NamedPlace[]): ReadonlySet<AtomValue> {
  const elsewhere = new Set<AtomValue>();
  for (const { item, thing } of places) {
    if (item !== undefined && thing.kind === 'domain') elsewhere.add(item);
  }
  return elsewhere;
}
