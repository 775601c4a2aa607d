/** Runs the rules over a model: decides which apply, words their reports, applies severities and suppressions. */
import type { HostFacts } from '../facts/host-facts';
import type { DomainModel } from '../model/domain-model';
import { isMeantToStay } from '../model/migration-intent';
import { isSince, isUntil } from '../schema/xen-version';
import type { Suppression } from '../syntax/directives';
import { LineIndex } from '../text/line-index';
import type { Finding, Report, Rule, RuleContext, RuleMeta, Severity, UnusedSuppression } from './rule';

export interface RuleSettings {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly allowOptions: readonly string[];
  /** `required`: what keeps a domain on its host is an error; `ignored`: nothing is said of it. */
  readonly migration?: 'required' | 'ignored' | 'report';
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

/** Runs `rules` and gives the findings that no comment suppresses. */
export function runRules(rules: readonly Rule[], model: DomainModel, facts: HostFacts, settings: RuleSettings): RunResult {
  const failures: RuleFailure[] = [];
  const context: RuleContext = {
    model,
    facts,
    allowedNames: new Set(settings.allowOptions),
    unusedSuppressions: [],
    ruleIds: new Set(rules.map((rule) => rule.meta.id)),
  };
  const applicable = rules.filter((rule) => isOn(rule, model, settings) && applies(rule, model));
  const collect = (rule: Rule, ruleContext: RuleContext): readonly Finding[] => runRule(rule, ruleContext, settings, failures);
  const first = applicable.filter((rule) => rule.meta.isLast !== true).flatMap((rule) => collect(rule, context));
  const { kept, unused } = suppress(model.tree.text, first, model.directives.suppressions);
  const lastContext = { ...context, unusedSuppressions: unused };
  const last = applicable.filter((rule) => rule.meta.isLast === true).flatMap((rule) => collect(rule, lastContext));
  const findings = [...kept, ...suppress(model.tree.text, last, model.directives.suppressions).kept];
  findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return { findings, failures };
}

/** Whether a rule is to report at all. */
function isOn({ meta }: Rule, model: DomainModel, settings: RuleSettings): boolean {
  const configured = settings.severities[meta.id];
  if (configured === 'off') return false;
  if (meta.migration === undefined) return meta.isOptIn !== true || configured !== undefined;
  // Who says that a domain is not to move knows what keeps it.
  if (isMeantToStay(model) || settings.migration === 'ignored') return false;
  return isDemanded(meta, settings) || configured !== undefined || meta.isOptIn !== true;
}

/** Whether the project requires that what a rule reports does not occur. */
function isDemanded({ migration }: RuleMeta, settings: RuleSettings): boolean {
  return settings.migration === 'required' && migration !== undefined && migration.strength !== 'depends';
}

/** The reports of one rule as they are, whatever settings and comments say, and also for templates. */
export function reportsOf(rule: Rule, model: DomainModel, facts: HostFacts): readonly Report[] {
  if (!appliesToSettings(rule, model)) return [];
  return [...rule.check({ model, facts, allowedNames: new Set(), unusedSuppressions: [], ruleIds: new Set() })];
}

/** The words of a report. */
export function wordReport({ meta }: Rule, { message, data }: Report): string {
  const template = meta.messages[message];
  if (template === undefined) throw new Error(`${meta.id} has no message ${message}`);
  return fillTemplate(template, data ?? {});
}

function applies(rule: Rule, model: DomainModel): boolean {
  return (rule.meta.fileKinds ?? ['config']).includes(model.fileKind) && appliesToSettings(rule, model);
}

function appliesToSettings({ meta }: Rule, model: DomainModel): boolean {
  if (!isSince(model.target.xen, meta.since) || !isUntil(model.target.xen, meta.until)) return false;
  return meta.subjects === undefined || meta.subjects.some((name) => model.byName.has(name));
}

function runRule(rule: Rule, context: RuleContext, settings: RuleSettings, failures: RuleFailure[]): readonly Finding[] {
  try {
    return [...rule.check(context)].map((report) => toFinding(rule, report, settings));
  } catch (error) {
    failures.push({ ruleId: rule.meta.id, error });
    return [];
  }
}

function toFinding(rule: Rule, report: Report, settings: RuleSettings): Finding {
  const { meta } = rule;
  const severity = severityOf(meta, settings);
  const stage = report.stage ?? meta.stage ?? (meta.migration === undefined ? 'parse' : 'migrate');
  return {
    ruleId: meta.id,
    severity,
    ...(severity === 'error' ? { stage } : {}),
    range: report.range,
    message: wordReport(rule, report),
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    ...(meta.tag === undefined ? {} : { tag: meta.tag }),
  };
}

function severityOf(meta: RuleMeta, settings: RuleSettings): Severity {
  const configured = settings.severities[meta.id];
  if (configured !== undefined && configured !== 'off') return configured;
  return isDemanded(meta, settings) ? 'error' : meta.severity;
}

/** Longest stretch of a value that a message repeats. */
const MAX_QUOTED = 60;

function fillTemplate(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = data[key];
    if (value === undefined) return whole;
    return value.length > MAX_QUOTED && key === 'text' ? `${value.slice(0, MAX_QUOTED)}…` : value;
  });
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

function scopeKey({ kind, scope }: Suppression, ruleId: string): string {
  return kind === 'file' ? `file ${ruleId}` : `${scope.start} ${ruleId}`;
}
