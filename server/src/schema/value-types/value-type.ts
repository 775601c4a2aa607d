/**
 * The contracts of kinds of values: of texts, wherever they stand, of lists, and of the mini-languages inside of strings,
 * whose keys have such values in turn.
 */
import type { Json } from '../../text/json';
import type { Message, Word } from '../../text/message';
import type { HostSetting } from '../host-defaults';
import type { NamedThing } from '../named-thing';
import type { PlacedText } from '../placed-text';
import type { Slice, SpecText } from '../spec-text';
import type { Target } from '../target';
import type { Suggestion, ValueContext } from '../value-context';
import type { XenVersion } from '../xen-version';
import type { Mismatch, ValueProblem } from '../value-problem';
import type { NamedFile } from './named-file';
import type { XlValue } from '../xl-value';

/** One text of a set. */
export interface ChoiceValue {
  /** Words of other programs for it, which are not taken. */
  readonly synonyms?: readonly string[];
  readonly value: string;
  /** A text, which is translated where it is shown. */
  readonly detail?: string;
  readonly since?: XenVersion;
  readonly removed?: XenVersion;
}

/** What the meaning of a text depends on. */
export interface TextContext extends ValueContext {
  /** The key of a device string that has the text; undefined where it is the value of an option. */
  readonly key?: string;
}

/**
 * What stands beside a value for those who see only its text: `size`: memory in a larger unit; `number`: what xl reads where it looks
 * like another one; `meaning`: what is behind a number or a short form.
 */
export interface Remark {
  readonly kind: 'size' | 'number' | 'meaning';
  readonly text: Word;
}

interface CommonType {
  /** Name of the kind, for machine-readable output. */
  readonly kind: string;
  /** The language inside the strings of the value, where there is one. */
  readonly spec?: Spec;
  /**
   * One phrase that says what can be written, in Markdown.
   * @param isInString inside a device string, where nothing has quotes of its own
   */
  describe(target: Target, isInString?: boolean): Message;
  suggest(context: ValueContext): readonly Suggestion[];
}

/** A place in a text that may name something. */
export interface Mention {
  readonly thing: NamedThing;
  /** What of the text the name can be; it is the first that something in the config is called by. */
  readonly readings: readonly Slice[];
}

/** A kind of text. */
export interface TextType extends CommonType {
  readonly shape: 'atom';
  /** All texts that there are, of kinds that have only some. */
  readonly values?: readonly ChoiceValue[];
  /** The thing that a text of the kind gives its name to. */
  readonly identifies?: NamedThing;
  /** The thing that a text of the kind means, which has its name from elsewhere. */
  readonly refersTo?: NamedThing;
  /** Things of the config that are named inside of a longer text. */
  mentions?(text: string): readonly Mention[];
  /** A key that stands alone, without a text. */
  readonly isFlag?: true;
  /** The file that the text names, of kinds that can be a path. */
  readonly file?: NamedFile;
  /** What xl does with a list in its place, and with a text that is none of its kind; a warning where nothing is said. */
  mismatch?(context: ValueContext): Mismatch;
  check(text: PlacedText, context: TextContext): Iterable<ValueProblem>;
  /** How xl reads a text that it takes, in a few words; undefined where there is nothing to add to the text. */
  explain?(text: PlacedText, context: ValueContext): Word | undefined;
  /** The part of that which is worth a place beside the text all the time. */
  remark?(text: PlacedText, context: ValueContext): Remark | undefined;
  /** What a key's field becomes; an object stands for several fields. Without it the text goes nowhere. */
  read?(text: string): Json | undefined;
}

/** A kind of list, or of a value that can be either. */
export interface ListType extends CommonType {
  readonly shape: 'list' | 'either';
  check(value: XlValue, context: ValueContext): Iterable<ValueProblem>;
  explain?(value: XlValue, context: ValueContext): Word | undefined;
}

export type ValueType = TextType | ListType;

/** What a spec may know of the rest of the config. */
export interface SpecContext extends ValueContext {
  /** Differs from config to config; for values that have to differ from domain to domain. */
  readonly seed: string;
  /** Whether a word occurs anywhere in the setting. */
  readonly mentions: (word: string) => boolean;
  /** The number of vCPUs that the domain can have; undefined where nothing sets it. */
  readonly vcpuLimit: number | undefined;
}

/** What a part of a device is, and what it has; the string may leave it to a default. */
export type ExplainedPart = readonly [label: Word, value: Word, isDefault?: boolean];

/** A part of a string: a key with its value, or a value alone. */
export interface SpecField {
  readonly whole: Slice;
  readonly key?: Slice;
  readonly value?: Slice;
  /** What the part means by its position, where it has no key. */
  readonly parameter?: string;
}

/** Values that need no key, because of where they stand. */
export interface Positions {
  /** In order. */
  readonly names: readonly string[];
  /** The one that a word without a key fills in after `before`, the text up to its comma; undefined where none is left. */
  next(before: string): string | undefined;
}

export interface Spec {
  /** A name for machine-readable output. */
  readonly id: string;
  /** What one string describes, as a phrase with its article. */
  readonly what: string;
  readonly keys: readonly SpecKey[];
  /** What can be given by position. */
  readonly positional?: Positions;
  /** Of a key that is set twice in a string the last value counts, and xl says nothing. */
  readonly lastKeyCounts?: true;
  /** The parts of a string, for completion, hover and colours. Never fails. */
  fields(text: string): readonly SpecField[];
  /** What xl refuses, drops or misreads in one string. */
  checkItem(item: SpecText, context: SpecContext): Iterable<ValueProblem>;
  /** Values that only the other strings of the option, or the rest of the config, can tell. */
  suggestValue?(key: string, others: readonly string[], context: Omit<SpecContext, 'vcpuLimit' | 'mentions'>): readonly Suggestion[];
  /** The file that the value of a key names, where that follows from the whole string; undefined where it is none of the host. */
  fileOf?(key: string, text: string): NamedFile | undefined;
  /** What tells one string from its like, and then what else matters; undefined where only the text can say it. */
  title?(text: string, context: ValueContext): DeviceTitle | undefined;
  /** How xl reads one string, part by part. */
  explain?(text: string, context: ValueContext): readonly ExplainedPart[];
  /** The part of that which is worth a place beside the string all the time. */
  remark?(text: string, context: ValueContext): Remark | undefined;
  /** One string as libxl's struct of the device, initial values left out; only asked about strings that xl takes. */
  toStruct?(text: string, context: ValueContext): Json;
  /** For languages whose items depend on each other, or are not strings: the check of the whole value. */
  checkValue?(value: XlValue, context: SpecContext): Iterable<ValueProblem>;
}

/** Fields of libxl's structs that keys of many devices fill in. */
type CommonField = 'backend_domname' | 'trusted';

/** A key as a language declares it; the language names the fields, so that a misspelt one does not compile (libxl_types.idl). */
export interface KeyDeclaration<Field extends string = never> extends SpecKey {
  readonly field?: CommonField | Field;
}

export interface SpecKey {
  readonly name: string;
  readonly type: TextType;
  /** One sentence, closed by a full stop. */
  readonly summary: string;
  readonly since?: XenVersion;
  /** The value that stands for leaving the key out, and what there is to know of that. */
  readonly default?: string;
  readonly defaultNote?: string;
  /** The setting of the host's `xl.conf` that stands for leaving the key out, where it is set. */
  readonly defaultFrom?: HostSetting;
  /** Where the value goes in libxl's struct of the device; the name with underscores where nothing is said. */
  readonly field?: string;
  /** The value that the field has from the beginning, which libxl's JSON leaves out. */
  readonly initial?: Json;
  /** In how many of 165 real files it occurs, by name or by position; orders completions. */
  readonly usage?: number;
  /** It is a word that stands alone and takes no value. */
  readonly isWord?: true;
  /** A password, which pages do not repeat. */
  readonly isSecret?: true;
  /** xl refuses it a second time, or a second time with another value. */
  readonly repeat?: 'refused' | 'same';
  /** Its value is all that follows in the string. */
  readonly takesRest?: true;
  /** The key to use instead; `null` where there is none. */
  readonly deprecated?: string | null;
}

/** A device in few words, for outlines. */
export interface DeviceTitle {
  readonly name: Word;
  /** What else matters, shown with commas between. */
  readonly details: readonly Word[];
}
