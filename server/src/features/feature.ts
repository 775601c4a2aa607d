/** What a feature is: a question about a checked text. Every file that defines one is listed in `index.ts`, which is generated. */
import type { HostFacts } from '../facts/host-facts';
import type { ShownFinding } from '../linter/rule';
import type { Say } from '../messages/say';
import type { ValidatedModel } from '../validation/validate';

/** What is known of a text. */
export interface CheckedText {
  readonly model: ValidatedModel;
  readonly findings: readonly ShownFinding[];
  /** What was known of files. */
  readonly facts: HostFacts;
}

/** What a feature has to work with. */
export interface FeatureContext extends CheckedText {
  /** Whether xl refuses the text. */
  readonly isRefused: boolean;
  readonly say: Say;
  /** Checks another text under the same settings, with the same facts. */
  readonly check: (text: string) => CheckedText;
}

export type Feature<Args extends readonly unknown[], Result> = (context: FeatureContext, ...args: Args) => Result;

/** Defines a question about a text; the facade offers it under the name of the constant. */
export function defineFeature<Args extends readonly unknown[], Result>(answer: Feature<Args, Result>): Feature<Args, Result> {
  return answer;
}

/** Gives a feature the context that it works with, made of what a caller has of a text. */
export type Bind<Text> = <Args extends readonly unknown[], Result>(feature: Feature<Args, Result>) => (text: Text, ...args: Args) => Result;
