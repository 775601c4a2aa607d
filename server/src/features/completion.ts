/** Completion of option names, values and directives. */
import type { Say } from '../messages/say';
import { plainMessage } from '../text/message';
import type { DomainModel } from '../model/domain-model';
import { isKnownTo, typesReadBy } from '../schema/option';
import { type AnyOptionName, findOption, type Option, optionsOf } from '../options/index';
import type { ConfigKind } from '../schema/config-kind';
import type { Target } from '../schema/target';
import { isPath } from '../schema/value-types/named-file';
import { isSince } from '../schema/xen-version';
import type { TextRange } from '../text/text-range';
import { type CursorContext, findCursorContext } from './cursor-context';
import type { Completion } from './completion-item';
import { completeDirective } from './directive-completion';
import { renderOption } from './option-markdown';
import { optionSnippet, plainText } from './snippet';
import { ALLOWED, completeInSpec } from './spec-completion';
import { NO_SHARED_VALUES, type SharedValues } from '../workspace/shared-values';
import { findSpecCursor } from './spec-cursor';
import { completeStarters } from './starters';
import { defineFeature } from './feature';

/**
 * What can be written at an offset.
 * @param shared values of other configs that are worth offering
 */
export const complete = defineFeature(({ model, say }, offset: number, shared: SharedValues = NO_SHARED_VALUES): readonly Completion[] => {
  if (model.fileKind === 'too-large') return [];
  const inSpec = findSpecCursor(model, offset);
  if (inSpec !== undefined && inSpec.spec.keys.length > 0) return completeInSpec(inSpec, { model, shared, say });
  const cursor = findCursorContext(model.tree, offset);
  switch (cursor.place) {
    case 'name':
      return completeNames(model, cursor, say);
    case 'value':
      return completeValues(model, cursor, say);
    case 'directive':
      return completeDirective(cursor, model.tree.text, say);
    case 'elsewhere':
      return [];
    default: {
      const unreachable: never = cursor;
      return unreachable;
    }
  }
});

/** The documentation of an option, or undefined for a name that is none. */
export function describeOption(name: string, target: Target, say: Say, kind: ConfigKind = 'domain'): string | undefined {
  const option = findOption(name, kind);
  return option === undefined ? undefined : renderOption(option, target, say);
}

function completeNames(
  model: DomainModel,
  { range, isAlone }: CursorContext & { readonly place: 'name' },
  say: Say,
): readonly Completion[] {
  const written = model.tree.text.slice(range.start, range.end);
  const isSet = (name: AnyOptionName): boolean => model.byName.has(name) && name !== written;
  const names = optionsOf(model.kind)
    .filter((option) => isOffered(option, model))
    .flatMap((option) => {
      const item = { ...nameItem(option, model, range, isAlone, isSet(option.name)), detail: say(plainMessage(option.summary)) };
      const examples = isAlone ? (option.examples ?? []) : [];
      return [item, ...examples.map((example) => exampleItem(item, { ...example, title: say(plainMessage(example.title)) }))];
    });
  const allowed = model.allowance.names.filter((name) => OPTION_NAME.test(name) && findOption(name, model.kind) === undefined);
  const all = [...names, ...allowed.map((name) => allowedItem(name, range, isAlone, say))];
  return isAlone && model.kind === 'domain'
    ? [...completeStarters(range, model.tree.assignments.length === 0, model.target, say), ...all]
    : all;
}

/** What xl's scanner takes for a name. */
const OPTION_NAME = /^[a-z][._0-9a-z]*$/;

/** A name that only the project knows. */
function allowedItem(name: string, range: TextRange, isAlone: boolean, say: Say): Completion {
  const newText = isAlone ? `${name} = ` : name;
  return { label: name, kind: 'option', detail: say(ALLOWED), range, newText, sortKey: `1${String(MAX_USAGE)}~${name}` };
}

/** Options that the target reads for this type of domain. Where the file does not say the type yet, those of all types. */
function isOffered(option: Option, model: DomainModel): boolean {
  if (!isKnownTo(option, model.target) || option.withoutEffect !== undefined) return false;
  if (option.arch !== undefined && option.arch !== model.target.arch) return false;
  return model.typeSetting === undefined || typesReadBy(option, model.target).includes(model.domainType);
}

/** No real config uses an option more often than this, so a difference from it sorts frequent ones first. */
const MAX_USAGE = 999;

function nameItem(option: Option, model: DomainModel, range: TextRange, isAlone: boolean, isSet: boolean): Completion {
  const isDeprecated = option.deprecated !== undefined && isSince(model.target.xen, option.deprecated.since);
  const snippet = optionSnippet(option, model);
  const group = isSet ? '3' : isDeprecated ? '2' : '1';
  return {
    label: option.name,
    kind: 'option',
    range,
    newText: isAlone ? plainText(snippet) : option.name,
    ...(isAlone ? { snippet } : {}),
    sortKey: `${group}${String(MAX_USAGE - (option.usage ?? 0)).padStart(3, '0')}${option.name}`,
    option: option.name,
    ...(isDeprecated ? { isDeprecated: true } : {}),
    ...(isAlone && opensList(option) ? { opensNext: true } : {}),
  };
}

/** Whether there is a list of what can stand between the quotes. A choice in a snippet opens by itself. */
function opensList({ type }: Option): boolean {
  return type.shape === 'list' ? (type.spec?.keys.length ?? 0) > 0 : type.shape === 'atom' && isPath(type.file);
}

/** Another way to complete an option than the item of its name. */
function exampleItem(item: Completion, { title, body }: { readonly title: string; readonly body: string }): Completion {
  const { label, range, sortKey, detail = '', option = '' } = item;
  return {
    label: `${label}: ${title}`,
    kind: 'snippet',
    detail,
    range,
    newText: plainText(body),
    snippet: body,
    sortKey: `${sortKey}~`,
    option,
  };
}

function completeValues(model: DomainModel, cursor: CursorContext & { readonly place: 'value' }, say: Say): readonly Completion[] {
  const option = findOption(cursor.name, model.kind);
  if (option === undefined || option.type.shape === 'list') return [];
  return option.type.suggest(model).map(({ text, isQuoted, detail }, index) => ({
    label: text,
    kind: 'value',
    ...(detail === undefined ? {} : { detail: say(detail) }),
    range: cursor.range,
    newText: isQuoted && !cursor.isInString ? `"${text}"` : text,
    sortKey: String(index).padStart(3, '0'),
    option: option.name,
  }));
}
