/** What a project or a person can choose of the layout: one declaration a choice, from which settings, schema and documentation follow. */

import { message, type Message } from '../text/message';

/** One of some words. */
export interface ChoiceOption<Word extends string> {
  readonly kind: 'choice';
  readonly initial: Word;
  /** What each word means, as a phrase. */
  readonly words: Readonly<Record<Word, Message>>;
  readonly summary: Message;
}

export interface SwitchOption {
  readonly kind: 'switch';
  readonly initial: boolean;
  readonly summary: Message;
}

export interface NumberOption {
  readonly kind: 'number';
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  readonly summary: Message;
}

export type StyleOption = ChoiceOption<string> | SwitchOption | NumberOption;

/** By the names that they have in `.xlcfg.json` and behind `xlcfg.format.`. */
export const STYLE_OPTIONS = {
  lists: choice('auto', message('How lists are laid out.'), {
    auto: message('one item per line where a list already spans several lines or does not fit on one, else all on one line'),
    'one-per-line': message('one item per line, except in nested lists, which are as with `auto`'),
    preserve: message('keep the line breaks'),
  }),
  trailingComma: choice('multiline', message('Whether a comma follows the last item of a list.'), {
    multiline: message('where the list has one item per line'),
    never: message('nowhere'),
  }),
  quotes: choice('preserve', message('Which quotes strings have. A string that contains the chosen kind keeps its own.'), {
    preserve: message('keep them'),
    double: message('double quotes'),
    single: message('single quotes'),
  }),
  alignment: {
    kind: 'switch',
    initial: false,
    summary: message('Whether the `=` of settings on neighbouring lines are aligned.'),
  },
  printWidth: {
    kind: 'number',
    initial: 100,
    min: 20,
    max: 1000,
    summary: message('How many columns a line may have before its list is broken over several lines.'),
  },
} as const satisfies Readonly<Record<string, StyleOption>>;

export type StyleKey = keyof typeof STYLE_OPTIONS;

export const STYLE_KEYS: readonly string[] = Object.keys(STYLE_OPTIONS);

type ValueOf<Option extends StyleOption> =
  Option extends ChoiceOption<infer Word> ? Word : Option extends SwitchOption ? boolean : Option extends NumberOption ? number : never;

/** A value for each of the options. */
export type Style = { readonly [Key in StyleKey]: ValueOf<(typeof STYLE_OPTIONS)[Key]> };

/** What somebody says of the style. */
export type PartialStyle = { readonly [Key in StyleKey]?: Style[Key] | undefined };

/** What several say, the first one before those after it. */
export function mergeStyles(...said: readonly (PartialStyle | undefined)[]): PartialStyle {
  const find = <Key extends StyleKey>(key: Key): Style[Key] | undefined =>
    said.map((each) => each?.[key]).find((value) => value !== undefined);
  return {
    lists: find('lists'),
    trailingComma: find('trailingComma'),
    quotes: find('quotes'),
    alignment: find('alignment'),
    printWidth: find('printWidth'),
  };
}

/** The same, with the initial values where nobody says anything. */
export function completeStyle(...said: readonly (PartialStyle | undefined)[]): Style {
  const merged = mergeStyles(...said);
  return {
    lists: merged.lists ?? STYLE_OPTIONS.lists.initial,
    trailingComma: merged.trailingComma ?? STYLE_OPTIONS.trailingComma.initial,
    quotes: merged.quotes ?? STYLE_OPTIONS.quotes.initial,
    alignment: merged.alignment ?? STYLE_OPTIONS.alignment.initial,
    printWidth: merged.printWidth ?? STYLE_OPTIONS.printWidth.initial,
  };
}

function choice<const Word extends string>(
  initial: NoInfer<Word>,
  summary: Message,
  words: Readonly<Record<Word, Message>>,
): ChoiceOption<Word> {
  return { kind: 'choice', initial, words, summary };
}

/** What else the layout depends on. */
export interface FormatOptions extends Style {
  readonly indent: Indent;
  /** How lines end. */
  readonly lineEnd: '\n' | '\r\n';
  /** Whether the last line gets an end where it has none; behind a comment it always does, because xl refuses one without. */
  readonly finalNewline: boolean;
}

export interface Indent {
  readonly style: 'space' | 'tab';
  /** Columns of one step, and of a tab. */
  readonly size: number;
}

export const DEFAULT_INDENT: Indent = { style: 'space', size: 4 };
