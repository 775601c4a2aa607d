/** The contract of a rule: what it is, and a pure function that reports. */
import type { HostFacts } from '../facts/host-facts';
import type { FileKind, ValidatedModel } from '../validation/validate';
import type { OptionName } from '../options/index';
import type { ConfigKind } from '../schema/config-kind';
import type { XenVersion } from '../schema/xen-version';
import type { Suppression } from '../syntax/directives';
import type { Message, PlainKeyOf, Templates, Word, WordingOf } from '../text/message';
import type { Fix, ProblemDeclaration, Severity, Stage } from '../text/problem';
import type { TextRange } from '../text/text-range';
import type { Neighbours } from '../workspace/neighbours';

export { type Fix, type FixSafety, SEVERITIES, type Severity, type Stage } from '../text/problem';

export interface RelatedPlace<Text = Message> {
  readonly range: TextRange;
  readonly message: Text;
}

/** @typeParam Set the message templates */
export interface RuleMeta<Set extends Templates = Templates> extends ProblemDeclaration<Set> {
  readonly id: string;
  readonly since?: XenVersion;
  readonly until?: XenVersion;
  /** Options that have to occur for the rule to be called; every file when left out. */
  readonly subjects?: readonly OptionName[];
  /** The parser or a value has to have a problem of the rule's id for the rule to be called. */
  readonly isAboutProblem?: true;
  /**
   * The texts that the rule is about; only configs when left out. In a template, values with holes are undefined: a rule for templates too
   * says nothing because a value is unknown, or because something is not there.
   */
  readonly fileKinds?: readonly FileKind[];
  /** The kinds of configs that the rule is about; only those of domains when left out. */
  readonly kinds?: readonly ConfigKind[];
  /** It is about the hosts of the config and the domains beside it, so it is only called where a project names hosts. */
  readonly isAboutNeighbours?: true;
  /** Only runs where a project or a setting gives it a severity. */
  readonly isOptIn?: true;
  /** The rule gives a reason why a domain cannot move to another host, or what that host needs. */
  readonly migration?: MigrationMeta;
  /** Run after all others, when it is known which suppressions did something. */
  readonly isLast?: true;
  /** Run at the very end, when it is known what is shown. */
  readonly isTotal?: true;
  /** Reports that something is not there, which is not a mistake while a new file is still empty. */
  readonly isAboutAbsence?: true;
  /** Rules that have nothing to add where this one reports. */
  readonly supersedes?: readonly string[];
}

/**
 * `refused`: the toolstack or the hypervisor says no; `breaks`: the domain moves but loses something; `risks`: it may go
 * wrong, by Xen's own account; `depends`: the other host needs something that is not usual; `expects`: it needs what hosts
 * of one pool share anyway, such as storage and bridges.
 */
export type MigrationStrength = 'refused' | 'breaks' | 'risks' | 'depends' | 'expects';

export interface MigrationMeta {
  readonly strength: MigrationStrength;
  /** What ties the domain, or what the other host has to have, in few words. */
  readonly reason: string;
  /** What would lift it, as a sentence. */
  readonly advice: string;
}

export interface RuleContext {
  readonly model: ValidatedModel;
  readonly facts: HostFacts;
  /** Names that the project allows although no xl of the Xen project reads them. */
  readonly allowedNames: ReadonlySet<string>;
  /** What is known of its hosts and of the domains beside it. */
  readonly neighbours: Neighbours;
  /** Filled for rules that run last. */
  readonly unusedSuppressions: readonly UnusedSuppression[];
  /** Findings that are too many to be shown, in the order of the text; filled at the very end. */
  readonly notShown: readonly Finding[];
  /** The ids of all rules, for the check of suppressions. */
  readonly ruleIds: ReadonlySet<string>;
}

export interface UnusedSuppression {
  readonly suppression: Suppression;
  readonly ruleId: string;
  readonly range: TextRange;
}

/** Where a rule reports, in which of its sentences, with the words for its places. */
export type Report<Set extends Templates = Templates> = ReportPlace & ReportWording<Set>;

type ReportWording<Set extends Templates> =
  { readonly message: PlainKeyOf<Set>; readonly data?: Readonly<Record<string, Word>> } | WordingOf<Set>;

interface ReportPlace {
  readonly range: TextRange;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** Where this one strikes, if not where the rule says. */
  readonly stage?: Stage;
  /** What of the rule's word on migration is another one here. */
  readonly migration?: Partial<MigrationMeta>;
  /** How this one is shown, where others of the rule are not. */
  readonly tag?: ProblemDeclaration['tag'];
  /** What this one weighs where no project and no setting says, if less than the rule says. */
  readonly severity?: Severity;
}

/** A rule as lists show it: with the severity that it has where no project and no setting gives it one. */
export type ListedRule = Omit<RuleMeta, 'severity'> & { readonly severity: Severity | 'off' };

/** What a rule does where no project and no setting gives it a severity. */
export function defaultSeverity({ isOptIn, severity }: RuleMeta): Severity | 'off' {
  return isOptIn === true ? 'off' : severity;
}

/** For a rule whose findings nothing can undo that comes out of a hole of a template. */
export const CONFIGS_AND_TEMPLATES: readonly FileKind[] = ['config', 'template'];

export interface Rule {
  readonly meta: RuleMeta;
  check(context: RuleContext): Iterable<Report>;
}

/**
 * What a rule found, with what settings make of it.
 * @typeParam Text what its texts are
 */
export interface Finding<Text = Message> {
  readonly ruleId: string;
  readonly severity: Severity;
  /** Of errors only. */
  readonly stage?: Stage;
  readonly range: TextRange;
  readonly message: Text;
  readonly related: readonly RelatedPlace<Text>[];
  readonly fixes: readonly Fix<Text>[];
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Says that something is not there. */
  readonly isAboutAbsence?: true;
}

/** A finding ready to show. */
export type ShownFinding = Finding<string>;
export type ShownFix = Fix<string>;

/** Declares a rule; a report with a message that the rule does not have, or without a word for it, is a compile error. */
export function defineRule<const Set extends Templates>(rule: {
  readonly meta: RuleMeta<Set>;
  readonly check: (context: RuleContext) => Iterable<Report<NoInfer<Set>>>;
}): Rule {
  return rule;
}
