/** Sentences with places for words, and the types that keep both together. */

/** The names in braces of a template. */
export type Placeholders<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** A set of templates by key. */
export type Templates = Readonly<Record<string, string>>;

/** The words for the places of a template, but for those that are `Known` anyway. More may be given. */
export type Words<Template extends string, Known extends string = never> = Readonly<Record<string, string>> &
  Readonly<Record<Exclude<Placeholders<Template>, Known>, string>>;

/** The keys of the templates that need no words but the `Known` ones. */
export type PlainKeyOf<Set extends Templates, Known extends string = never> = {
  readonly [Key in keyof Set & string]: [Exclude<Placeholders<Set[Key]>, Known>] extends [never] ? Key : never;
}[keyof Set & string];

/** The key of one of the templates, with the words for its places. */
export type WordingOf<Set extends Templates, Known extends string = never> = {
  readonly [Key in keyof Set & string]: { readonly message: Key; readonly data: Words<Set[Key], Known> };
}[keyof Set & string];
