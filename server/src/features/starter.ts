/** A whole domain to start from. */
export interface Starter {
  readonly title: string;
  /** What a person types to get it: a speaking name first, then short ones. */
  readonly words: readonly string[];
  readonly description: string;
  /** In the snippet syntax of editors. */
  readonly body: string;
}
