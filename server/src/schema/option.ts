/** What can be said of an option, all of it as data. */
import type { DeviceListField } from './device-field';
import type { DomainField } from './domain-field';
import type { HostSetting } from './host-defaults';
import { type Architecture, DOMAIN_TYPES, type DomainType, type Target } from './target';
import type { ValueType } from './value-types/value-type';
import { isSince, isUntil, type XenVersion } from './xen-version';

/** The manual sections by which options are grouped, in the order in which documentation shows them. */
export const SECTIONS = {
  general: 'General',
  cpu: 'CPUs',
  scheduling: 'Scheduling',
  memory: 'Memory',
  boot: 'Booting',
  events: 'Event actions',
  devices: 'Devices',
  passthrough: 'Device passthrough',
  clock: 'Clocks and timers',
  lifecycle: 'Life cycle',
  limits: 'Limits',
  security: 'Security labels',
  'hvm-platform': 'HVM firmware and platform',
  'platform-features': 'Platform features',
  'cpu-features': 'CPU features',
  paging: 'Paging',
  graphics: 'Graphics',
  'emulated-devices': 'Emulated devices',
  'device-model': 'Device model',
  pvshim: 'PV shim',
  arm: 'Arm',
  'xl-conf': 'xl.conf',
  cpupool: 'CPU pools',
} as const;

export type Section = keyof typeof SECTIONS;

/** The domain types for which xl reads an option in a span of releases. */
export interface ReadPeriod {
  readonly types: readonly DomainType[];
  readonly since?: XenVersion;
  readonly until?: XenVersion;
}

/** Another option that has the last word, or that this one needs. */
export interface Conflict<Name extends string = string> {
  readonly with: Name;
  readonly types?: readonly DomainType[];
  readonly since?: XenVersion;
  /** `ignored`: this option does nothing; `refused`: xl stops. */
  readonly outcome: 'ignored' | 'refused';
  /** Whether xl says that it ignores the option. */
  readonly isSilent?: true;
  /** xl does not even look at the value. */
  readonly isUnread?: true;
}

export interface Deprecation<Name extends string = string> {
  readonly since?: XenVersion;
  /** The option to use instead, and how its value follows from the present one. */
  readonly replacement?: {
    readonly name: Name;
    /** The values that have a counterpart; `same`: each means the same to both. */
    readonly values?: Readonly<Record<string, string>> | 'same';
  };
}

export interface DeviceList {
  /** Dotted path from the root of libxl's JSON. */
  readonly at: DeviceListField;
  /** libxl numbers the devices. */
  readonly hasIds?: true;
  /** The fields that tell one device from its like, where that is not the number. */
  readonly identity?: readonly string[];
}

/** @typeParam Name the names by which it speaks of other options; once all are declared, they are known to be options */
export interface OptionDeclaration<Name extends string = string> {
  readonly name: string;
  readonly type: ValueType;
  /** Where libxl keeps the value, for options that fill in one field. */
  readonly field?: DomainField;
  /** Fields that are made of more than this option alone, or that it fills in one way or another (`domain/`). */
  readonly fills?: readonly string[];
  /** The list of libxl's domain that the strings of the option fill in one by one: devices and their like. */
  readonly devices?: DeviceList;
  /** One sentence, closed by a full stop. */
  readonly summary: string;
  /** What a person needs to decide, in Markdown. */
  readonly details: string;
  /** Where it has an effect, as far as that is known; every type when left out. */
  readonly domainTypes?: readonly DomainType[];
  /** For other types xl does not even read it. */
  readonly isReadThereOnly?: true;
  readonly readForHistory?: readonly ReadPeriod[];
  /** Set where the option means something on one architecture only. */
  readonly arch?: Architecture;
  readonly since?: XenVersion;
  /** The point release that brought it, where that is not the first of its series. */
  readonly sincePoint?: string;
  /** The first release that no longer reads it. */
  readonly removed?: XenVersion;
  readonly deprecated?: Deprecation<Name>;
  /** xl reads it and does nothing with it. */
  readonly withoutEffect?: { readonly since?: XenVersion; readonly isSilent: boolean };
  /** The value that stands for leaving the option out. */
  readonly default?: string;
  /** What there is to know of it, or what comes in its place where no single value does. */
  readonly defaultNote?: string;
  /** The setting of the host's `xl.conf` that stands for leaving the option out, where it is set. */
  readonly defaultFrom?: HostSetting;
  /** The default as a value that could be written, where it depends on the type of the domain or on the architecture. */
  readonly defaultFor?: Readonly<Partial<Record<DomainType | Architecture, string>>>;
  /** A password, which pages do not repeat. */
  readonly isSecret?: true;
  /** What a new setting begins with, where the default is not a number that could be written, or a poor start. */
  readonly startValue?: string;
  readonly conflicts?: readonly Conflict<Name>[];
  /** An option without which xl warns that this one makes no sense. */
  readonly companion?: Name;
  /** Whole settings to start from, in the snippet syntax of editors. */
  readonly examples?: readonly { readonly title: string; readonly body: string }[];
  /** In how many of 155 independent real-world sources it occurs; orders completions. */
  readonly usage?: number;
  /** Xen source files and symbols. */
  readonly evidence: readonly string[];
}

/** Declares the options of one section; names stay literal types. */
export function defineSection<const T extends readonly OptionDeclaration[]>(
  section: Section,
  options: T,
): { readonly section: Section; readonly options: T } {
  return { section, options };
}

/** Says whether the xl of a target reads the option at all. */
export function isKnownTo(option: OptionDeclaration, target: Target): boolean {
  return isSince(target.xen, option.since) && !isRemovedFrom(option, target);
}

export function isRemovedFrom(option: OptionDeclaration, target: Target): boolean {
  return option.removed !== undefined && isSince(target.xen, option.removed);
}

/** The domain types for which the xl of a target reads the option. */
export function typesReadBy(option: OptionDeclaration, target: Target): readonly DomainType[] {
  const past = option.readForHistory?.find((each) => isSince(target.xen, each.since) && isUntil(target.xen, each.until));
  return past?.types ?? (option.isReadThereOnly === true ? option.domainTypes : undefined) ?? DOMAIN_TYPES;
}
