/** Completion inside device strings: keys, the values of a key, and what belongs at a position. */
import type { ValidatedModel } from '../validation/validate';
import type { Say } from '../messages/say';
import { message, plainMessage } from '../text/message';
import type { DomainModel } from '../model/domain-model';
import type { SyntaxTree } from '../syntax/nodes';
import { digest } from '../text/digest';
import type { Spec, SpecKey } from '../schema/value-types/value-type';
import type { Slice } from '../schema/spec-text';
import type { Suggestion } from '../schema/value-context';
import { describeDefault } from '../schema/default-value';
import { isPath } from '../schema/value-types/named-file';
import { keysKnownTo } from '../specs/spec-key';
import { type TextRange, textRange, touchesOffset } from '../text/text-range';
import type { Completion } from './completion-item';
import { type SharedValues, shareKey } from '../workspace/shared-values';
import { findPosition, type SpecCursor, startOfField, touchesSlice } from './spec-cursor';

type Offer = Pick<Suggestion, 'text' | 'detail'>;

/** What the items of a list need besides the place of the cursor. */
export interface CompletionContext {
  readonly model: ValidatedModel;
  readonly shared: SharedValues;
  readonly say: Say;
}

/** What can be written at the cursor in a device string, without a change to any other. */
export function completeInSpec(cursor: SpecCursor, context: CompletionContext): readonly Completion[] {
  const { documentOffset, literal } = cursor;
  const isHere = ({ range }: Completion): boolean => literal.range.start < range.start && touchesOffset(range, documentOffset);
  return completeField(cursor, context).filter(isHere);
}

function completeField(cursor: SpecCursor, context: CompletionContext): readonly Completion[] {
  const { spec, field, offset } = cursor;
  if (field?.key !== undefined && touchesSlice(field.value, offset)) {
    const name = field.key.text.trim();
    return [
      ...completeValue(cursor, findKey(spec, name, context.model), field.value, context),
      ...completeAllowed(cursor, name, field.value, context),
    ];
  }
  if (field === undefined && !isGap(cursor)) return [];
  return [...completePosition(cursor, context), ...completeKeys(cursor, context)];
}

/** Whether there is nothing but blanks up to the commas; an old prefix such as `phy:` is not a field, and no place for one. */
function isGap({ item, offset }: SpecCursor): boolean {
  const rest = item.text.slice(offset).split(',', 1)[0] ?? '';
  return (item.text.slice(startOfField(item.text, offset), offset) + rest).trim() === '';
}

/** The values of the key for which a word without a key would stand, once the string is written by position. */
function completePosition(cursor: SpecCursor, context: CompletionContext): readonly Completion[] {
  const { spec, field, item, offset } = cursor;
  const position = findPosition(cursor);
  const isBegun = spec.fields(item.text.slice(0, startOfField(item.text, offset))).some(({ parameter }) => parameter !== undefined);
  // Behind a colon stands the type of a disk, the old way.
  if (position === undefined || !isBegun || field?.whole.text.includes(':') === true) return [];
  return completeValue(cursor, findKey(spec, position, context.model), field?.whole, context);
}

/** No key occurs in more real files than this, so a difference from it sorts frequent ones first. */
const MAX_USAGE = 999;

/** What takes the rest of the string has to come last, so the keys that most strings have come before it. */
function weightOf({ usage = 0, takesRest }: SpecKey): number {
  return takesRest === true ? Math.floor(usage / 3) : usage;
}

function completeKeys(cursor: SpecCursor, context: CompletionContext): readonly Completion[] {
  const { model, say } = context;
  const { spec, item, field, offset, setting } = cursor;
  const range = rangeOf(cursor, field?.key ?? field?.whole);
  const hasValue = field?.key !== undefined;
  const used = new Set(spec.fields(item.text).flatMap(({ key }) => (key === undefined || key === field?.key ? [] : [key.text.trim()])));
  const isLast = item.text.slice(field?.whole.end ?? offset).trim() === '';
  const known = keysKnownTo(spec.keys, model.target)
    .filter((key) => key.deprecated === undefined && (isLast || key.takesRest !== true))
    .map((key, index): Completion => {
      const isAssigned = key.type.isFlag !== true && !hasValue;
      const rank = [MAX_USAGE - weightOf(key), index].map((each) => String(each).padStart(3, '0')).join('');
      return {
        label: key.name,
        kind: 'option',
        detail: say(plainMessage(key.summary)),
        range,
        newText: isAssigned ? `${key.name}=` : key.name,
        sortKey: `${used.has(key.name) ? 2 : 1}${rank}`,
        documentation: describeKey(key, model, say),
        option: setting.name,
        ...(isAssigned && (isPath(key.type.file) || suggestFor(cursor, key, context).length > 0) ? { opensNext: true } : {}),
      };
    });
  const isKnown = (name: string): boolean => known.some(({ label }) => label === name);
  const allowed = (model.allowance.fields.get(setting.name)?.keys ?? [])
    .filter((name) => !UNSAFE.test(name) && !isKnown(name))
    .map((name): Completion => ({
      label: name,
      kind: 'option',
      detail: say(ALLOWED),
      range,
      newText: hasValue ? name : `${name}=`,
      sortKey: `${used.has(name) ? 2 : 1}${String(MAX_USAGE)}~${name}`,
    }));
  return [...known, ...allowed];
}

function completeValue(
  cursor: SpecCursor,
  key: SpecKey | undefined,
  written: Slice | undefined,
  context: CompletionContext,
): readonly Completion[] {
  const { model, say } = context;
  if (key === undefined) return [];
  const range = rangeOf(cursor, written);
  return suggestFor(cursor, key, context)
    .filter(({ text, detail }) => detail !== SEEN || text !== written?.text)
    .map(({ text, detail }, index) => ({
      label: text,
      kind: 'value',
      ...(detail === undefined ? {} : { detail: say(detail) }),
      range,
      newText: text,
      sortKey: `0${String(index).padStart(3, '0')}`,
      documentation: describeKey(key, model, say),
    }));
}

/** The values that the project allows for a key. */
function completeAllowed(
  cursor: SpecCursor,
  key: string,
  written: Slice | undefined,
  { model, say }: CompletionContext,
): readonly Completion[] {
  const values = model.allowance.fields.get(cursor.setting.name)?.values ?? {};
  const texts = (Object.hasOwn(values, key) ? values[key] : []) ?? [];
  const range = rangeOf(cursor, written);
  return texts
    .filter((text) => !UNSAFE.test(text))
    .map((text) => ({ label: text, kind: 'value', detail: say(ALLOWED), range, newText: text, sortKey: `1${text}` }));
}

const SEEN = message('seen in the workspace');
/** Says of a name or a value why it is offered. */
export const ALLOWED = message('allowed by the project');
/** What would end a string or a field, or mean something else inside of one. */
const UNSAFE = /["'\\,\n\r]/;

/** The values of a key that are worth offering, those of other configs first. */
function suggestFor({ spec, setting, others }: SpecCursor, key: SpecKey, { model, shared }: CompletionContext): readonly Offer[] {
  const place = shareKey(key.type.refersTo, `${setting.name}.${key.name}`);
  const seen = [...(place === undefined ? [] : (shared.get(place) ?? []))].filter((text) => !UNSAFE.test(text));
  const own = [...(spec.suggestValue?.(key.name, others, { ...model, seed: seedOf(model.tree) }) ?? []), ...key.type.suggest(model)];
  return [...seen.map((text) => ({ text, detail: SEEN })), ...own.filter(({ text }) => !seen.includes(text))];
}

const seeds = new WeakMap<SyntaxTree, string>();

/** What tells the text from others, made once for all keys. */
function seedOf(tree: SyntaxTree): string {
  const seed = seeds.get(tree) ?? digest(tree.text).toString(16);
  seeds.set(tree, seed);
  return seed;
}

function findKey({ keys }: Spec, name: string, { target }: DomainModel): SpecKey | undefined {
  return keysKnownTo(keys, target).find((each) => each.name === name);
}

/** The range of a part of the string, or the cursor where nothing is written. */
function rangeOf({ item, documentOffset, offset, literal }: SpecCursor, written: Slice | undefined): TextRange {
  if (written === undefined || written.start === written.end) return textRange(documentOffset, documentOffset);
  // A string without a closing quote reaches over all that follows in its line.
  const limit = literal.isUnterminated === true ? offset + (/^[\w.-]*/.exec(item.text.slice(offset))?.[0].length ?? 0) : written.end;
  return item.rangeOf({ start: written.start, end: Math.min(written.end, limit) });
}

/** The documentation of a key, in Markdown. */
export function describeKey(key: SpecKey, { target, hostDefaults }: DomainModel, say: Say): string {
  const standard = describeDefault(key, hostDefaults);
  const facts = [
    ...(key.isWord === true ? [] : [message('Value: {value}', { value: key.type.describe(target, true) })]),
    ...(standard === undefined ? [] : [message('Default: {value}', { value: standard })]),
    ...(key.since === undefined ? [] : [message('Since Xen {release}', { release: key.since })]),
  ];
  const title = key.summary === '' ? `**${key.name}**` : `**${key.name}**: ${say(plainMessage(key.summary))}`;
  return `${title}\n\n${facts.map((fact) => `- ${say(fact)}`).join('\n')}`;
}
