/** Decides which kind of domain xl makes of a config (xl_parse.c, parse_config_data). */
import { defaultDomainType, type DomainType, type Target } from '../schema/target';
import { matchPrefix } from '../schema/value-types/prefix-choice';
import { isSince } from '../schema/xen-version';
import { atomOf, type Setting } from './setting';

const TYPES: readonly DomainType[] = ['hvm', 'pv', 'pvh'];

export interface DomainTypeDecision {
  readonly domainType: DomainType;
  /** The setting that decided; undefined where nothing did. */
  readonly decidedBy: Setting | undefined;
}

/** The domain type, from `type`, else `builder`, else the default of the target. */
export function decideDomainType(byName: ReadonlyMap<string, Setting>, target: Target): DomainTypeDecision {
  const type = byName.get('type');
  const typeText = isSince(target.xen, '4.10') ? atomOf(type)?.text : undefined;
  const named = typeText === undefined ? undefined : TYPES.find((each) => each === matchPrefix(TYPES, typeText));
  if (named !== undefined) return { domainType: named, decidedBy: type };
  const builder = byName.get('builder');
  const builderText = atomOf(builder)?.text;
  if (builderText !== undefined) return { domainType: 'hvm'.startsWith(builderText) ? 'hvm' : 'pv', decidedBy: builder };
  return { domainType: defaultDomainType(target), decidedBy: undefined };
}
