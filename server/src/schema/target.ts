/** What a config is written for. */
import { isSince, NEWEST_STABLE_VERSION, type XenVersion } from './xen-version';

export const ARCHITECTURES = ['x86', 'arm'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

export const DOMAIN_TYPES = ['pv', 'hvm', 'pvh'] as const;
export type DomainType = (typeof DOMAIN_TYPES)[number];

export interface Target {
  readonly xen: XenVersion;
  readonly arch: Architecture;
}

/** Whether two targets read every text alike. */
export function isSameTarget(a: Target, b: Target): boolean {
  return a.xen === b.xen && a.arch === b.arch;
}

/** A target as people ask for it; where nobody says the architecture, the text decides. */
export interface WantedTarget {
  readonly xen: XenVersion;
  readonly arch?: Architecture;
}

/** The target that knows the most, for reading a text where no verdict depends on it. */
export const WIDEST_TARGET: Target = { xen: 'unstable', arch: 'x86' };

export const DEFAULT_TARGET: Target = { xen: NEWEST_STABLE_VERSION, arch: 'x86' };

/** Reads an architecture as people name it; undefined when it is none that Xen runs configs for. */
export function parseArchitecture(text: string): Architecture | undefined {
  return ARCHITECTURES.find((each) => each === text);
}

/** The kind of domain that xl makes when neither `type` nor `builder` says (xl_parse.c, parse_config_data). */
export function defaultDomainType(target: Target): DomainType {
  return target.arch === 'arm' && isSince(target.xen, '4.12') ? 'pvh' : 'pv';
}
