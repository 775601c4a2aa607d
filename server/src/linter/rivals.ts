/** Who else on the host of a config claims what it claims. */
import { type Claim, claimsOf } from '../workspace/claims';
import { type Claimant, type ClaimKind, keyOfClaim } from '../workspace/neighbours';
import type { RuleContext } from './rule';

export interface Rivalry {
  readonly claim: Claim;
  /** The first of them. */
  readonly rival: Claimant;
}

/** The claims of a kind that are in the way of other domains; those who only read leave each other in peace. */
export function findRivals({ model, neighbours }: RuleContext, kind: ClaimKind): readonly Rivalry[] {
  return claimsOf(model, kind).flatMap((claim) => {
    const rivals = neighbours.claimants[keyOfClaim(claim)] ?? [];
    const rival = rivals.find(({ isReader }) => !isReader || !claim.isReader);
    return rival === undefined ? [] : [{ claim, rival }];
  });
}

/** The words of a sentence about one. */
export function wordsOf({ rival: { domain, place } }: Rivalry): { readonly domain: string; readonly place: string } {
  return { domain, place };
}
