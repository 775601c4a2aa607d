/** The documentation of an option as Markdown, for hovers and completion lists. */
import type { Say } from '../messages/say';
import { message, type Message, plainMessage, type Word } from '../text/message';
import { isKnownTo, SECTIONS, typesReadBy } from '../schema/option';
import type { HostDefaults } from '../schema/host-defaults';
import { describeDefault } from '../schema/default-value';
import type { Option } from '../options/index';
import { DOMAIN_TYPES, type DomainType, type Target } from '../schema/target';
import { isSince } from '../schema/xen-version';

/** Describes an option for a target: summary, facts, details. */
export function renderOption(option: Option, target: Target, say: Say, hostDefaults?: HostDefaults): string {
  const facts = [...listFacts(option, target, hostDefaults)].map(([label, value]) => `| ${say(label)} | ${say(value)} |`);
  const [summary, details] = [option.summary, option.details].map((text) => say(plainMessage(text)));
  return [`**${option.name}**: ${summary}`, ['| | |', '| --- | --- |', ...facts].join('\n'), details].join('\n\n');
}

function* listFacts(option: Option, target: Target, hostDefaults: HostDefaults | undefined): Generator<readonly [Message, Word]> {
  yield [message('Value'), option.type.describe(target)];
  const standard = describeDefault(option, hostDefaults);
  if (standard !== undefined) yield [message('Default'), standard];
  if (option.file === 'domain') yield [message('Domain types'), toNames(option.domainTypes ?? DOMAIN_TYPES)];
  if (option.arch !== undefined) yield [message('Architecture'), option.arch === 'arm' ? 'Arm' : 'x86'];
  yield* listVersions(option, target);
  yield [message('Section'), plainMessage(SECTIONS[option.section])];
}

function* listVersions(option: Option, target: Target): Generator<readonly [Message, Word]> {
  if (option.since !== undefined) {
    const point = option.sincePoint ?? option.since;
    const isThere = isSince(target.xen, option.since);
    yield [message('Since'), isThere ? `Xen ${point}` : message('Xen {point} (not in {xen})', { point, xen: target.xen })];
  }
  if (option.removed !== undefined) yield [message('Removed'), `Xen ${option.removed}`];
  if (option.deprecated !== undefined) yield [message('Deprecated'), describeDeprecation(option.deprecated)];
  const readTypes = typesReadBy(option, target);
  if (isKnownTo(option, target) && readTypes.length < DOMAIN_TYPES.length) yield [message('Read by xl for'), toNames(readTypes)];
}

function describeDeprecation({ since, replacement }: NonNullable<Option['deprecated']>): Message {
  const release = since ?? message('4.6 or earlier');
  if (replacement === undefined) return message('since Xen {release}', { release });
  return message('since Xen {release}, use `{name}`', { release, name: replacement.name });
}

function toNames(types: readonly DomainType[]): string {
  return types.map((type) => type.toUpperCase()).join(', ');
}
