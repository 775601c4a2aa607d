/** Decides which kind of domain xl makes of a config (xl_parse.c, parse_config_data). */
import { defaultDomainType, type DomainType, type Target } from '../schema/target';
import { matchPrefix } from '../schema/value-types/prefix-choice';
import { isSince } from '../schema/xen-version';
import { atomOf, type Setting, type SettingsByName } from './setting';

const TYPES: readonly DomainType[] = ['hvm', 'pv', 'pvh'];

export interface DomainTypeDecision {
  readonly domainType: DomainType;
  /** The setting that decided; undefined where nothing did. */
  readonly decidedBy: Setting | undefined;
  /** A setting was to decide, but xl refuses it or cannot read it. */
  readonly isOpen: boolean;
}

/**
 * The domain type, from `type`, else `builder`, else the default of the target.
 * @param assumed taken where it is open
 */
export function decideDomainType(byName: SettingsByName, target: Target, assumed?: DomainType): DomainTypeDecision {
  const knowsType = isSince(target.xen, '4.10');
  const type = knowsType ? byName.get('type') : undefined;
  // xl drops a list, as it does for every text, and goes on as if there were none.
  if (type !== undefined && type.value?.kind !== 'list') return decide(type, (text) => matchPrefix(TYPES, text), target, assumed);
  const builder = byName.get('builder');
  if (builder !== undefined && builder.value?.kind !== 'list') {
    return decide(builder, knowsType ? readBuilder : readOldBuilder, target, assumed);
  }
  return { domainType: defaultDomainType(target), decidedBy: undefined, isOpen: false };
}

function decide(
  setting: Setting,
  read: (text: string) => string | undefined,
  target: Target,
  assumed: DomainType | undefined,
): DomainTypeDecision {
  const text = atomOf(setting)?.text;
  const meaning = text === undefined ? undefined : read(text);
  const named = TYPES.find((each) => each === meaning);
  if (named !== undefined) return { domainType: named, decidedBy: setting, isOpen: false };
  if (assumed !== undefined) return { domainType: assumed, decidedBy: setting, isOpen: false };
  return { domainType: defaultDomainType(target), decidedBy: undefined, isOpen: true };
}

function readBuilder(text: string): DomainType | undefined {
  const meaning = matchPrefix(['hvm', 'generic'], text);
  return meaning === 'generic' ? 'pv' : meaning === 'hvm' ? 'hvm' : undefined;
}

/** Releases without `type` take everything else for PV. */
function readOldBuilder(text: string): DomainType {
  return 'hvm'.startsWith(text) ? 'hvm' : 'pv';
}
