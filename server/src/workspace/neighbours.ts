/** What a config has to know of its host, and of the domains that run there too. Plain data, so that other threads can have it. */
import type { Host } from './host';

/** What only one domain of a host can have, or what several can have under conditions. */
export const CLAIM_KINDS = ['name', 'uuid', 'mac', 'interface', 'disk', 'pci', 'display'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Another domain that claims the same thing. */
export interface Claimant {
  /** The name of the domain, or else of its file. */
  readonly domain: string;
  /** Where its config says so, as the caller shows places. */
  readonly place: string;
  /** It leaves the thing as it is, so that others who do so too can have it. */
  readonly isReader: boolean;
}

/** A host with less memory than its domains take. */
export interface FullHost {
  readonly host: string;
  /** KiB that all domains take together. */
  readonly needed: number;
  /** KiB that the host has for them. */
  readonly available: number;
  readonly domains: number;
}

export interface Neighbours {
  /** The hosts that the config may run on; none where no project says. */
  readonly hosts: readonly Host[];
  /** Who claims what the config claims, by `keyOfClaim`. */
  readonly claimants: Readonly<Record<string, readonly Claimant[]>>;
  /** The hosts that are full with this domain. */
  readonly fullHosts: readonly FullHost[];
  /** Names of backends that no domain of the hosts has. */
  readonly missingBackends: readonly string[];
}

export const NO_NEIGHBOURS: Neighbours = { hosts: [], claimants: {}, fullHosts: [], missingBackends: [] };

/** A text that is the same for one thing only. */
export function keyOfClaim({ kind, identity }: { readonly kind: ClaimKind; readonly identity: string }): string {
  return `${kind} ${identity}`;
}
