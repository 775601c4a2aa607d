/** Finds the settings that another setting of the file overrules or excludes, as the schema declares. */
import type { Conflict } from '../../schema/option';
import { isSince } from '../../schema/xen-version';
import { type DomainModel, isRead } from '../domain-model';
import { isTaken, type Setting } from '../setting';

export interface SettingConflict {
  readonly setting: Setting;
  readonly conflict: Conflict;
  /** The setting that has the last word. */
  readonly winner: Setting;
}

/** The conflicts of one outcome that apply to the target and the type of the domain. */
export function* findConflicts(model: DomainModel, outcome: Conflict['outcome']): Generator<SettingConflict> {
  for (const setting of model.byName.values()) {
    for (const conflict of setting.option?.conflicts ?? []) {
      const winner = model.byName.get(conflict.with);
      if (
        conflict.outcome !== outcome ||
        winner === undefined ||
        !isTaken(winner) ||
        !isTaken(setting) ||
        !applies(conflict, setting, model)
      )
        continue;
      yield { setting, conflict, winner };
    }
  }
}

function applies(conflict: Conflict, setting: Setting, { target, domainType }: DomainModel): boolean {
  if (conflict.types?.includes(domainType) === false || !isSince(target.xen, conflict.since)) return false;
  return isRead(setting, target, domainType);
}
