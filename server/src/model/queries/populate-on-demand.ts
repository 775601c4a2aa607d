/** Whether a domain starts with less memory than it can have (libxl_create.c, libxl__domain_config_setdefault). */
import { readVnuma } from '../../specs/vnuma/vnuma';
import type { TextRange } from '../../text/text-range';
import type { DomainModel } from '../domain-model';
import { numberOf } from '../setting';

export interface PopulateOnDemand {
  /** MiB that the domain can have. */
  readonly max: bigint;
  /** The setting that says so. */
  readonly range: TextRange;
}

/** The limit above the memory of an HVM or PVH domain; undefined where the domain starts with all of it. */
export function findPopulateOnDemand({ byName, domainType, target }: DomainModel): PopulateOnDemand | undefined {
  const memory = numberOf(byName.get('memory'));
  if (domainType === 'pv' || memory === undefined || memory < 0n) return undefined;
  const [maxmem, vnuma] = [byName.get('maxmem'), byName.get('vnuma')];
  const sum = readVnuma(vnuma?.value, target)?.reduce((total, node) => total + node.addedSize, 0n);
  // Nodes have to add up to `maxmem`, and stand for it where it is not set.
  const [setting, max] = maxmem === undefined ? [vnuma, sum] : [maxmem, numberOf(maxmem)];
  // A negative number is a very large one for libxl.
  const isBelow = max !== undefined && (max < 0n || memory < max);
  return setting === undefined || max === undefined || !isBelow ? undefined : { max, range: setting.range };
}
