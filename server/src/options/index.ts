/** Every option that some xl from 4.6 on reads, by name and in the order of the manual. */
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

const DECLARED = [
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
] as const;

/** The names of all options, as a type. */
export type OptionName = (typeof DECLARED)[number]['options'][number]['name'];

/** A declaration with the section that it stands in. Other options that it names exist. */
export interface Option extends OptionDeclaration<OptionName> {
  readonly name: OptionName;
  readonly section: Section;
}

export const OPTIONS: readonly Option[] = DECLARED.flatMap(({ section, options }) =>
  options.map((option): Option => ({ ...option, section })),
);

/** The options that hold devices. */
export const DEVICE_OPTIONS = OPTIONS.flatMap((option) => (option.devices === undefined ? [] : [{ ...option, devices: option.devices }]));

const BY_NAME: ReadonlyMap<string, Option> = new Map(OPTIONS.map((option) => [option.name, option]));

/** The option of that name, in whatever release it exists. */
export function findOption(name: string): Option | undefined {
  return BY_NAME.get(name);
}
