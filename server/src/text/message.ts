/** Texts for people as data: templates with places for words, and the types that keep both together. */

/**
 * A text that is not put into words yet: the English template, by which a translation is found, and what stands in its
 * places. `say` of `messages/` makes the text of it.
 */
export interface Message {
  readonly template: string;
  readonly data: Readonly<Record<string, Word>>;
}

/** What stands in a place of a template: a word of the file, or a text that is translated too. */
export type Word = string | Message;

/** The names in braces of a template. */
export type Placeholders<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** A set of templates by key. */
export type Templates = Readonly<Record<string, string>>;

/** The words for the places of a template, but for those that are `Known` anyway. More may be given. */
export type Words<Template extends string, Known extends string = never, Value = Word> = Readonly<Record<string, Value>> &
  Readonly<Record<Exclude<Placeholders<Template>, Known>, Value>>;

/** The keys of the templates that need no words but the `Known` ones. */
export type PlainKeyOf<Set extends Templates, Known extends string = never> = {
  readonly [Key in keyof Set & string]: [Exclude<Placeholders<Set[Key]>, Known>] extends [never] ? Key : never;
}[keyof Set & string];

/** The key of one of the templates, with the words for its places. */
export type WordingOf<Set extends Templates, Known extends string = never, Value = Word> = {
  readonly [Key in keyof Set & string]: { readonly message: Key; readonly data: Words<Set[Key], Known, Value> };
}[keyof Set & string];

/** Nothing where the template has no places. */
type DataOf<Template extends string> = [Placeholders<Template>] extends [never]
  ? readonly []
  : readonly [data: Readonly<Record<Placeholders<Template>, Word>>];

/** A text of a template; a place without a word is a compile error. */
export function message<const Template extends string>(template: Template, ...[data]: DataOf<Template>): Message {
  return { template, data: data ?? {} };
}

/** A text without places, such as a summary that is declared somewhere. */
export function plainMessage(template: string): Message {
  return { template, data: {} };
}
