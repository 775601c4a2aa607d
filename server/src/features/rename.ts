/** Renames what things are called, and tells why something cannot be renamed. */
import type { DomainModel } from '../model/domain-model';
import { findNamedPlaces, type NamedPlace, type ThingId, thingOf } from '../model/queries/named-places';
import { settingAt } from '../model/queries/setting-at';
import type { SyntaxTree } from '../syntax/nodes';
import { unescapeString } from '../syntax/string-literal';
import { type Message, message, plainMessage } from '../text/message';
import { applyEdits, type TextEdit } from '../text/text-edit';
import { type TextRange, touchesOffset } from '../text/text-range';
import { type CheckedText, defineFeature, type FeatureContext } from './feature';
import { findSymbolAt } from './symbol-at';

/** Why nothing is renamed, as a sentence. */
export interface RenameRefusal {
  readonly kind: 'refused';
  readonly reason: string;
}

/** What would be renamed. */
export interface RenameTarget {
  readonly kind: 'target';
  readonly range: TextRange;
  readonly text: string;
  /** The thing, where other configs may speak of it too. */
  readonly shared?: ThingId;
  /** The config gives the thing its name, so that no other may have the new one. */
  readonly isDefined: boolean;
}

export interface RenameEdits {
  readonly kind: 'edits';
  readonly edits: readonly TextEdit[];
  /** The thing under its new name. */
  readonly renamed: ThingId;
}

/** What can be renamed at an offset. */
export const prepareRename = defineFeature(({ model, say }, offset: number): RenameTarget | RenameRefusal => {
  const place = placeAt(model, offset);
  if (place === undefined) return refuse(say(explainRefusal(model, offset)));
  const { range, text, thing } = place;
  const isDefined = findNamedPlaces(model, thingOf(place)).some(({ isDefinition }) => isDefinition);
  return { kind: 'target', range, text, isDefined, ...(thing.reach === 'workspace' ? { shared: thingOf(place) } : {}) };
});

/** The edits that give the thing at an offset another name in this config. */
export const rename = defineFeature((context, offset: number, newName: string): RenameEdits | RenameRefusal => {
  const { model, say } = context;
  const place = placeAt(model, offset);
  return place === undefined ? refuse(say(explainRefusal(model, offset))) : renamePlaces(context, thingOf(place), newName);
});

/** The same for a thing of another config, which this one may speak of. */
export const renameThing = defineFeature((context, id: ThingId, newName: string): RenameEdits | RenameRefusal =>
  renamePlaces(context, id, newName),
);

function refuse(reason: string): RenameRefusal {
  return { kind: 'refused', reason };
}

function placeAt(model: DomainModel, offset: number): NamedPlace | undefined {
  const symbol = findSymbolAt(model, offset);
  return symbol?.kind === 'thing' ? symbol.place : undefined;
}

function explainRefusal(model: DomainModel, offset: number): Message {
  const setting = settingAt(model, offset);
  if (setting === undefined) return message('There is nothing to rename here');
  const { nameRange, name, assignment } = setting;
  if (touchesOffset(nameRange, offset))
    return message('`{name}` is the name of a setting: xl would not find it under another name', { name });
  if (assignment.value.kind === 'number') return message('A number cannot be renamed');
  return message('This value names nothing that other places refer to');
}

function renamePlaces(context: FeatureContext, id: ThingId, newName: string): RenameEdits | RenameRefusal {
  const { model, say, check } = context;
  const places = findNamedPlaces(model, id);
  const renamed = { kind: id.kind, identity: places[0]?.thing.identify(newName) ?? '' };
  const objection = objectToPieces(places, model.tree) ?? objectToName(places, newName) ?? objectToTaken(model, places, renamed, newName);
  if (objection !== undefined) return refuse(say(objection));
  const edits = places.map(({ range }) => ({ range, newText: escapeFor(quoteAround(range, model.tree), newName) }));
  const after = check(applyEdits(model.tree.text, edits));
  return objectToResult(context, after, id, renamed) ?? { kind: 'edits', edits, renamed };
}

/** A name that is put together from several strings cannot be replaced in one of them. */
function objectToPieces(places: readonly NamedPlace[], tree: SyntaxTree): Message | undefined {
  const cut = places.find(({ text, range }) => unescapeString(tree.text, range).value !== text);
  return cut && message('`{name}` is joined from several strings, which cannot be renamed as one', { name: cut.text });
}

// What ends a line ends a string too, and xl cuts names at a zero.
const UNWRITABLE = /[\0-\x1f\x7f]/;

function objectToName(places: readonly NamedPlace[], newName: string): Message | undefined {
  const [place] = places;
  if (place === undefined) return undefined;
  const isName = !UNWRITABLE.test(newName) && newName.trim() === newName && place.thing.identify(newName) !== undefined;
  return isName ? undefined : message('`{name}` cannot serve as {what}', { name: newName, what: plainMessage(place.thing.what) });
}

/** Two things that have one name could not be told apart again. */
function objectToTaken(model: DomainModel, places: readonly NamedPlace[], renamed: ThingId, name: string): Message | undefined {
  const isNew = places.some(({ identity }) => identity !== renamed.identity);
  const isDefined = isNew && places.some(({ isDefinition }) => isDefinition);
  const isTaken = isDefined && findNamedPlaces(model, renamed).some(({ isDefinition }) => isDefinition);
  return isTaken ? message('This config already has `{name}`', { name }) : undefined;
}

/** The quote of the string that a place lies in. */
function quoteAround({ start }: TextRange, { text, tokens }: SyntaxTree): string {
  return text.charAt(tokens.startAt(tokens.indexAt(start)));
}

/** A text as it is written between such quotes. */
function escapeFor(quote: string, text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
}

/** What speaks against a renaming, once it is tried: an error that was not there before, or places that mean something else now. */
function objectToResult(
  { findings, model, say }: FeatureContext,
  after: CheckedText,
  id: ThingId,
  renamed: ThingId,
): RenameRefusal | undefined {
  const errorsBefore = countErrors(findings);
  const errorsAfter = countErrors(after.findings);
  const broken = after.findings.find(({ ruleId }) => (errorsAfter.get(ruleId) ?? 0) > (errorsBefore.get(ruleId) ?? 0));
  if (broken !== undefined) return refuse(broken.message);
  const isSame = id.identity === renamed.identity;
  const expected = findNamedPlaces(model, id).length + (isSame ? 0 : findNamedPlaces(model, renamed).length);
  if (findNamedPlaces(after.model, renamed).length === expected) return undefined;
  return refuse(say(message('With this name, xl would read other settings')));
}

function countErrors(findings: CheckedText['findings']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId, severity } of findings) if (severity === 'error') counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return counts;
}
