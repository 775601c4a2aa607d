/** The documentation of an option as Markdown, for hovers and completion lists. */
import { isKnownTo, SECTIONS, typesReadBy } from '../schema/option';
import type { Option } from '../options/index';
import type { Target } from '../schema/target';
import { isSince } from '../schema/xen-version';

/** Describes an option for a target: summary, facts, details. */
export function renderOption(option: Option, target: Target): string {
  const facts = [...listFacts(option, target)].map(([label, value]) => `| ${label} | ${value} |`);
  return [`**${option.name}**: ${option.summary}`, ['| | |', '| --- | --- |', ...facts].join('\n'), option.details].join('\n\n');
}

function* listFacts(option: Option, target: Target): Generator<readonly [string, string]> {
  yield ['Value', option.type.describe(target)];
  if (option.default !== undefined) yield ['Default', option.default];
  yield ['Domain types', (option.domainTypes ?? ['pv', 'hvm', 'pvh']).map((type) => type.toUpperCase()).join(', ')];
  if (option.arch !== undefined) yield ['Architecture', option.arch === 'arm' ? 'Arm' : 'x86'];
  yield* listVersions(option, target);
  yield ['Section', SECTIONS[option.section]];
}

function* listVersions(option: Option, target: Target): Generator<readonly [string, string]> {
  if (option.since !== undefined) {
    const point = option.sincePoint ?? option.since;
    yield ['Since', isSince(target.xen, option.since) ? `Xen ${point}` : `Xen ${point} (not in ${target.xen})`];
  }
  if (option.removed !== undefined) yield ['Removed', `Xen ${option.removed}`];
  const { deprecated } = option;
  if (deprecated !== undefined) {
    const replacement = deprecated.replacement === undefined ? '' : `, use \`${deprecated.replacement.name}\``;
    yield ['Deprecated', `since Xen ${deprecated.since ?? '4.6 or earlier'}${replacement}`];
  }
  const readTypes = typesReadBy(option, target);
  if (isKnownTo(option, target) && readTypes.length < 3) yield ['Read by xl for', readTypes.map((type) => type.toUpperCase()).join(', ')];
}
