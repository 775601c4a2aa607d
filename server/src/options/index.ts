/** Every option that some xl from 4.6 on reads, for each kind of file, by name and in the order of the manual. */
import { CONFIG_KINDS, type ConfigKind } from '../schema/config-kind';
import type { OptionDeclaration, Section } from '../schema/option';
import { GENERAL_OPTIONS } from './general';
import { CPU_OPTIONS } from './cpu';
import { SCHEDULING_OPTIONS } from './scheduling';
import { MEMORY_OPTIONS } from './memory';
import { BOOT_OPTIONS } from './boot';
import { EVENTS_OPTIONS } from './events';
import { DEVICES_OPTIONS } from './devices';
import { PASSTHROUGH_OPTIONS } from './passthrough';
import { CLOCK_OPTIONS } from './clock';
import { LIFECYCLE_OPTIONS } from './lifecycle';
import { LIMITS_OPTIONS } from './limits';
import { SECURITY_OPTIONS } from './security';
import { HVM_PLATFORM_OPTIONS } from './hvm-platform';
import { PLATFORM_FEATURES_OPTIONS } from './platform-features';
import { CPU_FEATURES_OPTIONS } from './cpu-features';
import { PAGING_OPTIONS } from './paging';
import { GRAPHICS_OPTIONS } from './graphics';
import { EMULATED_DEVICES_OPTIONS } from './emulated-devices';
import { DEVICE_MODEL_OPTIONS } from './device-model';
import { PVSHIM_OPTIONS } from './pvshim';
import { ARM_OPTIONS } from './arm';
import { CPUPOOL_OPTIONS } from './cpupool';
import { XL_CONF_OPTIONS } from './xl-conf';

/** The sections of each kind of file. */
const DECLARED = {
  domain: [
    GENERAL_OPTIONS,
    CPU_OPTIONS,
    SCHEDULING_OPTIONS,
    MEMORY_OPTIONS,
    BOOT_OPTIONS,
    EVENTS_OPTIONS,
    DEVICES_OPTIONS,
    PASSTHROUGH_OPTIONS,
    CLOCK_OPTIONS,
    LIFECYCLE_OPTIONS,
    LIMITS_OPTIONS,
    SECURITY_OPTIONS,
    HVM_PLATFORM_OPTIONS,
    PLATFORM_FEATURES_OPTIONS,
    CPU_FEATURES_OPTIONS,
    PAGING_OPTIONS,
    GRAPHICS_OPTIONS,
    EMULATED_DEVICES_OPTIONS,
    DEVICE_MODEL_OPTIONS,
    PVSHIM_OPTIONS,
    ARM_OPTIONS,
  ],
  'xl.conf': [XL_CONF_OPTIONS],
  cpupool: [CPUPOOL_OPTIONS],
} as const;

type NameIn<Kind extends ConfigKind> = (typeof DECLARED)[Kind][number]['options'][number]['name'];

/** The names of all options of domains, as a type. */
export type OptionName = NameIn<'domain'>;

/** The names of the options of every kind of file. */
export type AnyOptionName = NameIn<ConfigKind>;

/** A declaration with the kind of file and the section that it stands in. Other options that it names exist. */
export interface Option<Name extends AnyOptionName = AnyOptionName> extends OptionDeclaration<Name> {
  readonly name: Name;
  readonly file: ConfigKind;
  readonly section: Section;
}

function optionsIn<Name extends AnyOptionName>(
  file: ConfigKind,
  sections: readonly { readonly section: Section; readonly options: readonly (OptionDeclaration<Name> & { readonly name: Name })[] }[],
): readonly Option<Name>[] {
  return sections.flatMap(({ section, options }) => options.map((option): Option<Name> => ({ ...option, file, section })));
}

/** The options of domains. */
export const OPTIONS: readonly Option<OptionName>[] = optionsIn<OptionName>('domain', DECLARED.domain);

const BY_KIND: Readonly<Record<ConfigKind, readonly Option[]>> = {
  domain: OPTIONS,
  'xl.conf': optionsIn<NameIn<'xl.conf'>>('xl.conf', DECLARED['xl.conf']),
  cpupool: optionsIn<NameIn<'cpupool'>>('cpupool', DECLARED.cpupool),
};

/** The options of a kind of file, in the order of its manual. */
export function optionsOf(kind: ConfigKind): readonly Option[] {
  return BY_KIND[kind];
}

/** The options of every kind of file; those of different kinds can have the same name. */
export const EVERY_OPTION: readonly Option[] = CONFIG_KINDS.flatMap(optionsOf);

/** The options that hold devices. */
export const DEVICE_OPTIONS = OPTIONS.flatMap((option) => (option.devices === undefined ? [] : [{ ...option, devices: option.devices }]));

const BY_NAME: Readonly<Record<ConfigKind, ReadonlyMap<string, Option>>> = {
  domain: byName('domain'),
  'xl.conf': byName('xl.conf'),
  cpupool: byName('cpupool'),
};

function byName(kind: ConfigKind): ReadonlyMap<string, Option> {
  return new Map(optionsOf(kind).map((option) => [option.name, option]));
}

/** The option of that name in a kind of file, in whatever release it exists. */
export function findOption(name: string, kind: ConfigKind = 'domain'): Option | undefined {
  return BY_NAME[kind].get(name);
}

/** The first other kind of file that has an option of that name. */
export function findElsewhere(name: string, kind: ConfigKind): ConfigKind | undefined {
  return CONFIG_KINDS.find((other) => other !== kind && BY_NAME[other].has(name));
}
