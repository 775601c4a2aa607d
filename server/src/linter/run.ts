/** Runs the rules over a model: decides which apply, makes findings of their reports, applies severities and suppressions. */
import { type Neighbours, NO_NEIGHBOURS } from '../workspace/neighbours';
import type { HostFacts } from '../facts/host-facts';
import { buildModel } from '../model/domain-model';
import { isMeantToStay } from '../model/queries/migration-intent';
import type { FieldsByOption } from '../schema/allowance';
import { DOMAIN_TYPES } from '../schema/target';
import { isSince, isUntil } from '../schema/xen-version';
import { validate, type ValidatedModel } from '../validation/validate';
import type { Suppression } from '../syntax/directives';
import { LineIndex } from '../text/line-index';
import type { Message } from '../text/message';
import { withoutDoubt } from './template-reports';
import { countBySeverity, limitFindings } from './limit-findings';
import type { Finding, MigrationStrength, Report, Rule, RuleContext, RuleMeta, Severity, UnusedSuppression } from './rule';

export interface RuleSettings {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly allowOptions: readonly string[];
  /** Keys and values that the strings of devices may have beyond those that every xl reads. */
  readonly allowFields?: FieldsByOption;
  /** `required`: what keeps a domain on its host is an error; `ignored`: nothing is said of it. */
  readonly migration?: 'required' | 'ignored' | 'report';
  /** The hosts of the config, and the domains that run there too. */
  readonly neighbours?: Neighbours;
  /** The text is open in an editor, so a file in which nothing is set is one that somebody begins. */
  readonly isBeingWritten?: true;
}

export const DEFAULT_RULE_SETTINGS: RuleSettings = { severities: {}, allowOptions: [] };

/** A rule that threw; its findings are lost, those of the others are not. */
export interface RuleFailure {
  readonly ruleId: string;
  readonly error: unknown;
}

export interface RunResult {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

export interface LimitedResult extends RunResult {
  /** How many findings there are, those that are too many to be shown included. */
  readonly counts: Readonly<Record<Severity, number>>;
}

/** The same findings without those that are too many to be shown, and one that says so. */
export function limitResult(
  rules: readonly Rule[],
  { findings, failures }: RunResult,
  model: ValidatedModel,
  facts: HostFacts,
  settings: RuleSettings,
): LimitedResult {
  const { shown, notShown } = limitFindings(findings);
  const counts = countBySeverity(findings);
  if (notShown.length === 0) return { findings, failures, counts };
  const run = new RuleRun(rules, model, facts, settings);
  const totals = run.collect(({ isTotal }) => isTotal === true, { notShown });
  return { findings: inOrder([...shown, ...totals]), failures: [...failures, ...run.failures], counts };
}

/**
 * Runs `rules` and gives the findings that no comment suppresses. While the type of the domain is open, only what
 * holds for every type is said.
 */
export function runRules(rules: readonly Rule[], model: ValidatedModel, facts: HostFacts, settings: RuleSettings): RunResult {
  if (!model.isTypeOpen) return runForType(rules, model, facts, settings);
  const [first, ...others] = DOMAIN_TYPES.map((type) =>
    runForType(
      rules,
      validate(
        buildModel(model.tree, model.target, {
          assumedType: type,
          earlier: model,
          kind: model.kind,
          hostDefaults: model.hostDefaults,
          allowance: model.allowance,
          isPart: model.isFragment,
          part: model.part,
        }),
      ),
      facts,
      settings,
    ),
  );
  if (first === undefined) return { findings: [], failures: [] };
  const known = others.map(({ findings }) => new Set(findings.map(identify)));
  const findings = first.findings.filter((finding) => known.every((each) => each.has(identify(finding))));
  return { findings, failures: first.failures };
}

function identify({ ruleId, range, message }: Finding): string {
  return `${ruleId} ${range.start} ${range.end} ${message.template} ${JSON.stringify(message.data)}`;
}

function runForType(rules: readonly Rule[], model: ValidatedModel, facts: HostFacts, settings: RuleSettings): RunResult {
  const run = new RuleRun(rules, model, facts, settings);
  const first = run.collect(({ isLast, isTotal }) => isLast !== true && isTotal !== true);
  const { kept, unused } = suppress(model.tree.text, first, model.directives.suppressions);
  const last = run.collect(({ isLast }) => isLast === true, { unusedSuppressions: unused });
  const all = [...kept, ...suppress(model.tree.text, last, model.directives.suppressions).kept];
  return { findings: inOrder(withoutSuperseded(all, run.superseded)), failures: run.failures };
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** What is the same of a list of rules whatever they are run on. */
interface RuleIndex {
  readonly ids: ReadonlySet<string>;
  /** The places of those that are called for every text. */
  readonly general: readonly number[];
  /** The places of the others by what they are about. */
  readonly bySubject: ReadonlyMap<string, readonly number[]>;
  /** And by the problem that they say. */
  readonly byProblem: ReadonlyMap<string, number>;
  readonly superseded: ReadonlyMap<string, readonly string[]>;
}

const indexes = new WeakMap<readonly Rule[], RuleIndex>();

function indexOf(rules: readonly Rule[]): RuleIndex {
  const known = indexes.get(rules);
  if (known !== undefined) return known;
  const bySubject = new Map<string, number[]>();
  for (const [place, { meta }] of rules.entries())
    for (const name of meta.subjects ?? []) bySubject.set(name, [...(bySubject.get(name) ?? []), place]);
  const index: RuleIndex = {
    ids: new Set(rules.map(({ meta }) => meta.id)),
    general: rules.flatMap(({ meta }, place) => (meta.subjects === undefined && meta.isAboutProblem !== true ? [place] : [])),
    bySubject,
    byProblem: new Map(rules.flatMap(({ meta }, place) => (meta.isAboutProblem === true ? [[meta.id, place] as const] : []))),
    superseded: new Map(rules.flatMap(({ meta }) => (meta.supersedes === undefined ? [] : [[meta.id, meta.supersedes] as const]))),
  };
  indexes.set(rules, index);
  return index;
}

/** The rules that apply to a model, in their order. */
function findApplicable(rules: readonly Rule[], model: ValidatedModel, settings: RuleSettings): readonly Rule[] {
  const { general, bySubject, byProblem } = indexOf(rules);
  const concerned = new Set(general);
  for (const { name } of model.byName.values()) for (const place of bySubject.get(name) ?? []) concerned.add(place);
  for (const code of problemsOf(model)) {
    const place = byProblem.get(code);
    if (place !== undefined) concerned.add(place);
  }
  const applicable: Rule[] = [];
  const isStaying = isMeantToStay(model);
  for (const place of Uint16Array.from(concerned).sort()) {
    const rule = rules[place];
    if (rule !== undefined && applies(rule, model) && isOn(rule, model, settings, isStaying)) applicable.push(rule);
  }
  return applicable;
}

function* problemsOf({ tree, valueProblems }: ValidatedModel): Generator<string> {
  for (const { code } of tree.problems) yield code;
  for (const { problem } of valueProblems) yield problem.code;
}

/** The rules that apply to a model, run in turns. */
class RuleRun {
  readonly failures: RuleFailure[] = [];
  readonly superseded: RuleIndex['superseded'];
  private readonly applicable: readonly Rule[];
  private readonly settings: RuleSettings;
  private readonly context: RuleContext;

  constructor(rules: readonly Rule[], model: ValidatedModel, facts: HostFacts, settings: RuleSettings) {
    const { ids: ruleIds, superseded } = indexOf(rules);
    this.superseded = superseded;
    this.applicable = findApplicable(rules, model, settings);
    this.settings = settings;
    this.context = {
      ...{ model, facts, ruleIds },
      allowedNames: new Set(settings.allowOptions),
      neighbours: settings.neighbours ?? NO_NEIGHBOURS,
      unusedSuppressions: [],
      notShown: [],
    };
  }

  /** What the rules of one turn find, with what is known by then. */
  collect(isTheirTurn: (meta: RuleMeta) => boolean, known: Partial<RuleContext> = {}): readonly Finding[] {
    const context = { ...this.context, ...known };
    const to = { findings: [], failures: this.failures };
    for (const rule of this.applicable) if (isTheirTurn(rule.meta)) runRule(rule, context, this.settings, to);
    return to.findings;
  }
}

/** Leaves out what only repeats another finding of the same place. */
function withoutSuperseded(findings: readonly Finding[], superseding: RuleIndex['superseded']): readonly Finding[] {
  if (!findings.some(({ ruleId }) => superseding.has(ruleId))) return findings;
  const place = (ruleId: string, { start, end }: Finding['range']): string => `${ruleId} ${start} ${end}`;
  const superseded = new Set(findings.flatMap(({ ruleId, range }) => (superseding.get(ruleId) ?? []).map((other) => place(other, range))));
  return findings.filter(({ ruleId, range }) => !superseded.has(place(ruleId, range)));
}

/**
 * Whether a rule is to report at all.
 * @param isStaying the author says that the domain is not to move
 */
function isOn({ meta }: Rule, model: ValidatedModel, settings: RuleSettings, isStaying: boolean): boolean {
  const configured = settings.severities[meta.id];
  if (configured === 'off' || !hasOccasion(meta, model, settings)) return false;
  if (meta.migration === undefined) return meta.isOptIn !== true || configured !== undefined;
  // Who says that a domain is not to move knows what keeps it.
  if (isStaying || settings.migration === 'ignored') return false;
  return isDemanded(meta, settings) || configured !== undefined || meta.isOptIn !== true;
}

/** Whether there is something that a rule can be about. */
function hasOccasion({ isAboutNeighbours, isAboutAbsence }: RuleMeta, model: ValidatedModel, settings: RuleSettings): boolean {
  if (isAboutNeighbours === true) return settings.neighbours !== undefined && settings.neighbours.hosts.length > 0;
  return isAboutAbsence !== true || settings.isBeingWritten !== true || model.settings.length > 0;
}

/** What keeps a domain on its host, as opposed to what the other host needs. */
const KEEPS: ReadonlySet<MigrationStrength> = new Set(['refused', 'breaks']);

/** Whether the project requires that what a rule reports does not occur. */
function isDemanded({ migration }: RuleMeta, settings: RuleSettings): boolean {
  return settings.migration === 'required' && migration !== undefined && KEEPS.has(migration.strength);
}

/** The reports of one rule as they are, whatever settings and comments say, and also for templates. */
export function reportsOf(rule: Rule, model: ValidatedModel, facts: HostFacts): readonly Report[] {
  if (!isForRelease(rule, model) || !hasSubject(rule, model)) return [];
  return [
    ...rule.check({
      model,
      facts,
      allowedNames: new Set(),
      neighbours: NO_NEIGHBOURS,
      unusedSuppressions: [],
      notShown: [],
      ruleIds: new Set(),
    }),
  ];
}

/** What a report says. */
export function messageOf({ meta }: Rule, report: Report): Message {
  const template = meta.messages[report.message];
  if (template === undefined) throw new Error(`${meta.id} has no message ${report.message}`);
  return { template, data: report.data ?? {} };
}

function applies(rule: Rule, model: ValidatedModel): boolean {
  const { fileKinds = ['config'], kinds = ['domain'] } = rule.meta;
  return kinds.includes(model.kind) && fileKinds.includes(model.fileKind) && isForRelease(rule, model);
}

function isForRelease({ meta }: Rule, { target }: ValidatedModel): boolean {
  return isSince(target.xen, meta.since) && isUntil(target.xen, meta.until);
}

function hasSubject({ meta }: Rule, { byName }: ValidatedModel): boolean {
  return meta.subjects === undefined || meta.subjects.some((name) => byName.has(name));
}

/** Adds what a rule finds; nothing of it where it throws. */
function runRule(
  rule: Rule,
  context: RuleContext,
  settings: RuleSettings,
  to: { readonly findings: Finding[]; readonly failures: RuleFailure[] },
): void {
  const { length } = to.findings;
  try {
    for (const report of rule.check(context)) {
      const certain = withoutDoubt(report, rule.meta, context.model.tree.template);
      if (certain !== undefined) to.findings.push(toFinding(rule, certain, settings));
    }
  } catch (error) {
    to.findings.length = length;
    to.failures.push({ ruleId: rule.meta.id, error });
  }
}

function toFinding(rule: Rule, report: Report, settings: RuleSettings): Finding {
  const { meta } = rule;
  const severity = severityOf(meta, report, settings);
  const tag = report.tag ?? meta.tag;
  const stage = report.stage ?? meta.stage ?? (meta.migration === undefined ? 'parse' : 'migrate');
  return {
    ruleId: meta.id,
    severity,
    ...(severity === 'error' ? { stage } : {}),
    range: report.range,
    message: messageOf(rule, report),
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    ...(tag === undefined ? {} : { tag }),
    ...(meta.isAboutAbsence === true ? { isAboutAbsence: true } : {}),
  };
}

function severityOf(meta: RuleMeta, report: Report, settings: RuleSettings): Severity {
  const configured = settings.severities[meta.id];
  if (configured !== undefined && configured !== 'off') return configured;
  return isDemanded(meta, settings) ? 'error' : (report.severity ?? meta.severity);
}

/** Takes out the findings that begin in the scope of a suppression of their rule. */
function suppress(
  text: string,
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): { readonly kept: readonly Finding[]; readonly unused: readonly UnusedSuppression[] } {
  const unused = new Map<string, UnusedSuppression>();
  for (const suppression of suppressions) {
    for (const { ruleId, range } of suppression.rules) unused.set(scopeKey(suppression, ruleId), { suppression, ruleId, range });
  }
  if (unused.size === 0) return { kept: findings, unused: [] };
  const known = new Set(unused.keys());
  const lines = new LineIndex(text);
  const kept = findings.filter(({ ruleId, range }) => {
    const keys = [`file ${ruleId}`, `${lines.lineStart(lines.positionAt(range.start).line)} ${ruleId}`];
    const matching = keys.filter((key) => known.has(key));
    for (const key of matching) unused.delete(key);
    return matching.length === 0;
  });
  return { kept, unused: [...unused.values()] };
}

function scopeKey({ lineStart }: Suppression, ruleId: string): string {
  return `${lineStart ?? 'file'} ${ruleId}`;
}
