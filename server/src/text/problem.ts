/** The vocabulary of everything that finds problems: how bad they are, what is declared about a kind, how they are repaired. */
import { message, type Message, type Templates } from './message';
import type { TextEdit } from './text-edit';

export const SEVERITIES = ['hint', 'information', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Category = 'correctness' | 'compatibility' | 'style';

/** When a domain fails: xl refuses the file, libxl refuses the domain, the guest does not start, it cannot move. */
export type Stage = 'parse' | 'create' | 'boot' | 'migrate';

/** What an error of a stage comes to. */
export const STAGE_EFFECTS: Readonly<Record<Stage, Message>> = {
  parse: message('xl refuses the file'),
  create: message('libxl refuses the domain'),
  boot: message('the domain does not start'),
  migrate: message('the project wants domains that can move'),
};

/** What is said once about all problems of a kind; each kind is a rule for those who configure it. */
export interface ProblemDeclaration<Set extends Templates = Templates> {
  /** One sentence: what is reported. */
  readonly summary: string;
  /** Why it matters, in a few sentences. */
  readonly rationale: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Where an error strikes; every kind of severity error has one. */
  readonly stage?: Stage;
  /** The first and the last release of Xen where it is a problem. */
  readonly since?: string;
  readonly until?: string;
  readonly fixable: 'never' | 'sometimes' | 'always';
  /** How editors show the range: faded, for what can go without a loss and for nothing that is wrong; or struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Message templates with `{placeholders}`. */
  readonly messages: Set;
  /** Those that are the same all over a file, so that the first stands for all of them. */
  readonly onceAFile?: readonly string[];
  readonly evidence: readonly string[];
}

/** The declarations of several kinds, by their code, which is the id of the rule too. */
export type ProblemDeclarations = Readonly<Record<string, ProblemDeclaration>>;

/** `safe`: the domain that boots is the same domain. `review`: a person has to look at it. */
export type FixSafety = 'safe' | 'review';

/** @typeParam Text what the title is: a text where it is shown */
export interface Fix<Text = Message> {
  readonly title: Text;
  readonly safety: FixSafety;
  readonly edits: readonly TextEdit[];
}
