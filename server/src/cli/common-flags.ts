/** Flags that several commands take. */
import { InvalidArgumentError, Option } from 'commander';
import { ARCHITECTURES, type Architecture, type LanguageService, parseXenVersion, type Target, type XenVersion } from '../language-service';
import { message, type Message } from '../text/message';

export interface TargetFlags {
  readonly xen?: XenVersion;
  readonly arch?: Architecture;
}

export interface CommonFlags extends TargetFlags {
  readonly format: 'text' | 'json';
}

export function targetOf({ xen, arch }: TargetFlags): Partial<Target> {
  return { ...(xen === undefined ? {} : { xen }), ...(arch === undefined ? {} : { arch }) };
}

export function formatOption(service: LanguageService, formats: readonly string[] = ['text', 'json']): Option {
  return new Option('--format <format>', service.say(message('how to print the result'))).choices(formats).default('text');
}

export function configOption(service: LanguageService): Option {
  return new Option('--config <file>', service.say(message('project file to use instead of the nearest .xlcfg.json')));
}

export function xenOption(service: LanguageService): Option {
  return releaseOption(service, '--xen <version>', message('Xen release to check for, such as 4.17 or unstable'));
}

export function releaseOption(service: LanguageService, flags: string, description: Message): Option {
  return new Option(flags, service.say(description)).argParser((text): XenVersion => {
    const version = parseXenVersion(text);
    if (version === undefined) throw new InvalidArgumentError(service.say(message('It has to be 4.6 or later, or unstable.')));
    return version;
  });
}

export function archOption(service: LanguageService): Option {
  return new Option('--arch <architecture>', service.say(message('architecture of the host'))).choices(ARCHITECTURES);
}
