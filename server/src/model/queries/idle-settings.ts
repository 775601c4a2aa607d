/** Finds the settings of which nothing becomes in the domain, and why. */
import { isKnownTo, typesReadBy } from '../../schema/option';
import { type DomainType, type Target } from '../../schema/target';
import { isSince } from '../../schema/xen-version';
import type { DomainModel } from '../domain-model';
import { isTaken, type Setting } from '../setting';
import { findConflicts } from './conflicts';

export type IdleReason =
  | { readonly kind: 'unknown' | 'other-release' | 'other-architecture' | 'without-effect' | 'not-taken' }
  | { readonly kind: 'other-type'; readonly types: readonly DomainType[] }
  | { readonly kind: 'overruled'; readonly by: Setting };

/** The settings that do nothing, as far as the declarations of the options tell. */
export function findIdleSettings(model: DomainModel): ReadonlyMap<Setting, IdleReason> {
  const idle = new Map<Setting, IdleReason>();
  for (const { setting, winner } of findConflicts(model, 'ignored')) idle.set(setting, { kind: 'overruled', by: winner });
  for (const setting of model.effective) {
    const reason = whyIdle(setting, model);
    if (reason !== undefined) idle.set(setting, reason);
  }
  return idle;
}

function whyIdle(setting: Setting, { byName, target, domainType }: DomainModel): IdleReason | undefined {
  const { option } = setting;
  if (option === undefined) return { kind: 'unknown' };
  const last = byName.get(option.name);
  if (last !== undefined && last !== setting) return { kind: 'overruled', by: last };
  if (!isKnownTo(option, target)) return { kind: 'other-release' };
  const types = effectiveTypes(option, target);
  if (!types.includes(domainType)) return { kind: 'other-type', types };
  if (option.arch !== undefined && option.arch !== target.arch) return { kind: 'other-architecture' };
  if (option.withoutEffect !== undefined && isSince(target.xen, option.withoutEffect.since)) return { kind: 'without-effect' };
  return isTaken(setting) ? undefined : { kind: 'not-taken' };
}

/** The types for which xl reads it and something comes of it. */
function effectiveTypes(option: NonNullable<Setting['option']>, target: Target): readonly DomainType[] {
  const read = typesReadBy(option, target);
  return option.domainTypes === undefined ? read : option.domainTypes.filter((type) => read.includes(type));
}
