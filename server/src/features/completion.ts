/** Completion of option names, values and directives. */
import type { DomainModel } from '../model/domain-model';
import { isKnownTo, typesReadBy } from '../schema/option';
import { findOption, type Option, type OptionName, OPTIONS } from '../options/index';
import type { Target } from '../schema/target';
import { isSince } from '../schema/xen-version';
import type { TextRange } from '../text/text-range';
import { type CursorContext, findCursorContext } from './cursor-context';
import { completeDirective } from './directive-completion';
import { renderOption } from './option-markdown';
import { NO_SHARED_VALUES, type SharedValues } from './shared-values';
import { optionSnippet, plainText } from './snippet';
import { completeInSpec } from './spec-completion';
import { findSpecCursor } from './spec-cursor';
import { completeStarters } from './starters';

export interface Completion {
  readonly label: string;
  readonly kind: 'option' | 'value' | 'snippet' | 'keyword';
  readonly detail?: string;
  /** Replaced by the new text. */
  readonly range: TextRange;
  readonly newText: string;
  /** The same in snippet syntax, for editors that take it. */
  readonly snippet?: string;
  /** Orders the list. */
  readonly sortKey: string;
  /** Documentation of the item itself, in Markdown. */
  readonly documentation?: string;
  /** The option whose documentation belongs to the item, where it has none. */
  readonly option?: string;
  readonly isDeprecated?: true;
  /** What is accepted leaves the cursor where the next thing to choose is known. */
  readonly opensNext?: true;
}

/**
 * What can be written at an offset.
 * @param shared values of other configs that are worth offering
 */
export function complete(model: DomainModel, offset: number, shared: SharedValues = NO_SHARED_VALUES): readonly Completion[] {
  if (model.fileKind === 'too-large') return [];
  const inSpec = findSpecCursor(model, offset);
  if (inSpec !== undefined && inSpec.spec.keys.length > 0) return completeInSpec(inSpec, model, shared);
  const context = findCursorContext(model.tree, offset);
  switch (context.place) {
    case 'name':
      return completeNames(model, context);
    case 'value':
      return completeValues(model, context);
    case 'directive':
      return completeDirective(context, model.tree.text);
    case 'elsewhere':
      return [];
    default: {
      const unreachable: never = context;
      return unreachable;
    }
  }
}

/** The documentation of an option, or undefined for a name that is none. */
export function describeOption(name: string, target: Target): string | undefined {
  const option = findOption(name);
  return option === undefined ? undefined : renderOption(option, target);
}

function completeNames(model: DomainModel, { range, isAlone }: CursorContext & { readonly place: 'name' }): readonly Completion[] {
  const written = model.tree.text.slice(range.start, range.end);
  const isSet = (name: OptionName): boolean => model.byName.has(name) && name !== written;
  const names = OPTIONS.filter((option) => isOffered(option, model)).flatMap((option) => {
    const item = nameItem(option, model, range, isAlone, isSet(option.name));
    const examples = isAlone ? (option.examples ?? []) : [];
    return [item, ...examples.map((example) => exampleItem(option, example, range, item.sortKey))];
  });
  return isAlone ? [...completeStarters(range, model.tree.assignments.length === 0), ...names] : names;
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
    detail: option.summary,
    range,
    newText: isAlone ? plainText(snippet) : option.name,
    ...(isAlone ? { snippet } : {}),
    sortKey: `${group}${String(MAX_USAGE - (option.usage ?? 0)).padStart(3, '0')}${option.name}`,
    option: option.name,
    ...(isDeprecated ? { isDeprecated: true } : {}),
    ...(isAlone && hasKeys(option) ? { opensNext: true } : {}),
  };
}

/** Whether there is a list of what can stand between the quotes. A choice in a snippet opens by itself. */
function hasKeys({ type }: Option): boolean {
  return type.shape === 'list' && (type.spec?.keys.length ?? 0) > 0;
}

function exampleItem(
  option: Option,
  example: { readonly title: string; readonly body: string },
  range: TextRange,
  sortKey: string,
): Completion {
  return {
    label: `${option.name}: ${example.title}`,
    kind: 'snippet',
    detail: option.summary,
    range,
    newText: plainText(example.body),
    snippet: example.body,
    sortKey: `${sortKey}~`,
    option: option.name,
  };
}

function completeValues(model: DomainModel, context: CursorContext & { readonly place: 'value' }): readonly Completion[] {
  const option = findOption(context.name);
  if (option === undefined || option.type.shape === 'list') return [];
  return option.type.suggest(model).map(({ text, isQuoted, detail }, index) => ({
    label: text,
    kind: 'value',
    ...(detail === undefined ? {} : { detail }),
    range: context.range,
    newText: isQuoted && !context.isInString ? `"${text}"` : text,
    sortKey: String(index).padStart(3, '0'),
    option: option.name,
  }));
}
