/** Alternate views of the memory of a domain. */
import { isSince } from '../../schema/xen-version';
import type { DomainModel } from '../domain-model';
import { atomOf, numberOf, type Setting, switchOf } from '../setting';

/** The setting that switches alternate views on, if one does. */
export function findAltp2m({ byName, domainType, target }: DomainModel): Setting | undefined {
  const altp2m = byName.get('altp2m');
  const mode = isSince(target.xen, '4.9') ? atomOf(altp2m)?.text.toLowerCase() : undefined;
  if (mode !== undefined && mode !== 'disabled' && numberOf(altp2m) !== 0n) return altp2m;
  const old = domainType === 'hvm' ? byName.get('altp2mhvm') : undefined;
  return switchOf(old) === true ? old : undefined;
}
