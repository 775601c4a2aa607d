/** Decides for which architecture a config is written where nobody says so. */
import { type Architecture, DEFAULT_TARGET } from '../schema/target';
import type { Setting, SettingsByName } from './setting';
import { decideDomainType } from './domain-type';

export interface ArchitectureDecision {
  readonly arch: Architecture;
  /** The setting from which it follows; undefined where the default holds. */
  readonly decidedBy: Setting | undefined;
}

/** A config that sets what only Arm reads is one for Arm, unless it asks for a fully virtualised domain, which Arm does not have. */
export function inferArchitecture(byName: SettingsByName): ArchitectureDecision {
  const decidedBy = [...byName.values()].find(({ option }) => option?.arch === 'arm');
  const isArm = decidedBy !== undefined && decideDomainType(byName, DEFAULT_TARGET).domainType !== 'hvm';
  return isArm ? { arch: 'arm', decidedBy } : { arch: DEFAULT_TARGET.arch, decidedBy: undefined };
}
